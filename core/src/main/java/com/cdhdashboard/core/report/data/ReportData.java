package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.Cautions;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.RowsBehind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data of one metric under the filters of one request: what a chart asks for its rows, names and colours. */
public final class ReportData {
    /** The score that says how many interactions a group has; every family has it. */
    public static final String COUNT = "Count";

    private final Source source;
    private final Metric metric;
    private final List<Filter> filters;
    private final List<String> scores;
    private final Map<String, Score> known;

    private ReportData(Source source, Metric metric, List<Filter> filters, List<String> scores) {
        this.source = source;
        this.metric = metric;
        this.filters = List.copyOf(filters);
        this.scores = List.copyOf(scores);
        this.known = metric.scores().stream().collect(Collectors.toMap(Score::name, Function.identity()));
    }

    /** Where rows and colours come from. */
    private record Source(
            CubeSchema schema,
            CubeReader stored,
            ValueStyles styles,
            List<String> cautions,
            Optional<ComparedPeriods.Sides> compared) {
        CubeReader cubes() {
            return compared.<CubeReader>map(sides -> new ComparedCubes(stored, sides.shown(), sides.other()))
                    .orElse(stored);
        }

        Source comparing(ComparedPeriods.Sides sides) {
            CubeReader cubes = new ComparedCubes(stored, sides.shown(), sides.other());
            return new Source(
                    cubes.schema(schema.metric()).orElseThrow(), stored, styles, cautions, Optional.of(sides));
        }
    }

    /** Of a metric that the cubes hold. */
    public static ReportData of(Metric metric, CubeReader cubes, ValueStyles styles, List<Filter> filters) {
        CubeSchema schema = cubes.schema(metric.name()).orElseThrow();
        return new ReportData(
                new Source(schema, cubes, styles, List.of(), Optional.empty()), metric, filters, metric.scoreNames());
    }

    /** The same, of which this has to be said, too. */
    public ReportData withCautions(List<String> further) {
        Source said =
                new Source(source.schema(), source.stored(), source.styles(), List.copyOf(further), source.compared());
        return new ReportData(said, metric, filters, scores);
    }

    /** The same with the dimensions of a comparison; what does not name them is of the period shown. */
    public ReportData comparing(ComparedPeriods.Sides sides) {
        return new ReportData(source.comparing(sides), metric, filters, scores);
    }

    /** The periods that are compared. */
    public Optional<ComparedPeriods> compared() {
        return source.compared().map(ComparedPeriods.Sides::periods);
    }

    /** The condition of what is shown, and that of what it is compared with. */
    public Optional<ComparedPeriods.Sides> sides() {
        return source.compared();
    }

    /** The same data of the period that is compared with; empty where none is. */
    public Optional<ReportData> other() {
        return source.compared().map(sides -> {
            List<Filter> those = filters.stream()
                    .map(filter -> filter.equals(sides.shown().filter())
                            ? sides.other().filter()
                            : filter)
                    .toList();
            return new ReportData(source.comparing(sides.turned()), metric, those, scores);
        });
    }

    /** The same data, of one property of the metric and with answers that hold no more than these scores need. */
    public ReportData narrowed(Optional<String> property, List<String> needed) {
        return new ReportData(source, property.map(metric::onProperty).orElse(metric), filters, needed);
    }

    /** The period that the filters ask for. */
    public Optional<Filter.Range> period() {
        return filters.stream()
                .filter(Period::isSaidBy)
                .map(Filter.Range.class::cast)
                .findFirst();
    }

    /** The days that the filters ask for. */
    public Optional<Period> days() {
        return Period.in(filters);
    }

    /** The same data, whatever the period; single days that are asked for or left out stay so. */
    public ReportData ofAllDays() {
        return new ReportData(source, metric, Period.withoutPeriod(filters), scores);
    }

    public Metric metric() {
        return metric;
    }

    public CubeSchema schema() {
        return source.schema();
    }

    /** The scored groups that pass the filters, ascending by the dimensions. */
    public ScoredRows rows(List<String> groupBy) {
        return rows(groupBy, List.of());
    }

    /** Like {@link #rows(List)}, under further conditions. */
    public ScoredRows rows(List<String> groupBy, List<Filter> further) {
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(further);
        return new ScoredRows(new Question(metric, groupBy, all, scores).answer(source.cubes()));
    }

    /** The values of a dimension that the filters leave, ascending, the missing one last. */
    public List<@Nullable Object> values(String dimension) {
        List<@Nullable Object> values = new ArrayList<>();
        source.cubes().values(metric.name(), dimension, filters).forEach(each -> values.add(each.value()));
        return values;
    }

    /** How many positives and negatives each group has at each score; see {@link CubeReader#scoreCounts}. */
    public ScoredRows scoreCounts(List<String> groupBy, ScoreCounts counts) {
        return new ScoredRows(source.cubes().scoreCounts(new RollUp(metric.name(), groupBy, filters, List.of(counts))));
    }

    /** How many values of each group lie in each bin; see {@link CubeReader#histogram}. */
    public ScoredRows histogram(List<String> groupBy, Quantiles values, double[] edges) {
        return new ScoredRows(
                source.cubes().histogram(new RollUp(metric.name(), groupBy, filters, List.of(values)), edges));
    }

    /** What the only row of a table is made of; dimensions that the cube lacks, as stages of a funnel, do not narrow it. */
    public RowsBehind behind(Table row) {
        List<Filter> group = new ArrayList<>();
        for (int i = 0; i < row.columns().size(); i++) {
            Column column = row.columns().get(i);
            if (column.role() == Column.Role.DIMENSION
                    && schema().dimension(column.name()).isPresent()) {
                group.add(Filter.In.of(
                        column.name(), List.of(Values.text(row.rows().get(0).get(i)))));
            }
        }
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(group);
        return new RowsBehind(
                group, source.cubes().rollUp(new RollUp(metric.name(), metric.rollUpBy(List.of()), all, List.of())));
    }

    /** What is approximate about the scores shown; empty where nothing is. */
    public Optional<String> approximation() {
        boolean averaged = metric.summariesOf(scores).stream().anyMatch(Summary::averaged);
        return averaged
                ? Optional.of(
                        "Approximate: with use_t_digest = false, quantiles, AUC and average precision are the exact"
                                + " values of the finest groups, averaged by their rows.")
                : Optional.empty();
    }

    /** What a reader must know of the data; none where nothing is to be told. */
    public List<String> cautions() {
        return told(Cautions.of(source.cubes(), metric, filters));
    }

    /** Of the cautions those about what is shown. */
    public List<String> cautionsOnShown() {
        return told(Cautions.onShown(source.cubes(), metric, filters));
    }

    private List<String> told(List<String> cautions) {
        return Stream.concat(source.cautions().stream(), cautions.stream()).toList();
    }

    /** The name of the score that says how many rows another is made of. */
    String countOf(String score) {
        return metric instanceof DescriptiveMetric described
                ? described.properties().stream()
                        .filter(column -> score.startsWith(column + "_"))
                        .map(column -> DescriptiveScores.name(column, DescriptiveScores.COUNT))
                        .findFirst()
                        .orElse(COUNT)
                : COUNT;
    }

    public SeriesStyle style(String dimension, @Nullable Object value) {
        if (dimension.equals(ComparedCubes.PERIOD) && source.compared().isPresent()) {
            return source.compared().get().shown().value().equals(value) ? SeriesStyle.single() : SeriesStyle.COMPARED;
        }
        return source.styles().of(dimension, value);
    }

    public Score score(String name) {
        Score score = known.get(name);
        if (score == null) {
            throw new IllegalArgumentException(metric.name() + " has no score " + name);
        }
        return score;
    }

    /** Whether the score is the rate of its family: a share of the count, with an interval. */
    public boolean isRate(String name) {
        return score(name).format() == Format.PERCENT
                && score(name).display().centre().isEmpty()
                && bound(name, "_Low").isPresent();
    }

    /** The neutral value of a diverging score. */
    public Optional<Double> centre(Score score) {
        OptionalDouble centre = score.display().centre();
        return centre.isPresent() ? Optional.of(centre.getAsDouble()) : Optional.empty();
    }

    /** The name of the score at an end of this score's interval, if it has one. */
    public Optional<String> bound(String score, String end) {
        String name = score + end;
        return known.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    /** The condition that the dimension has one of these values. */
    public static Filter oneOf(String dimension, List<@Nullable Object> values) {
        return new Filter.In(dimension, texts(values), false);
    }

    /** The condition that the dimension has none of these values. */
    public static Filter noneOf(String dimension, List<@Nullable Object> values) {
        return new Filter.In(dimension, texts(values), true);
    }

    private static List<Optional<String>> texts(List<@Nullable Object> values) {
        List<Optional<String>> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(Values.text(value)));
        return texts;
    }

    /** Why no rows are left. */
    public String noRows() {
        return filters.isEmpty()
                ? "The data hold no rows of the metric \"" + metric.name() + "\"."
                : "No rows match: " + Filter.inWords(filters) + ". Clear or widen a filter.";
    }

    /** Why rows cannot be drawn: there are none, or the score is missing in all of them. */
    public Optional<Drawing> refusal(ScoredRows rows, String score) {
        if (rows.size() == 0) {
            return Optional.of(Drawing.refused(noRows()));
        }
        return rows.numbers(score).stream().noneMatch(Double::isFinite)
                ? Optional.of(Drawing.refused(rows.table(), notAvailable(score, rows.size())))
                : Optional.empty();
    }

    /** Why a column has a count and no more. */
    public String noNumbers(String property) {
        List<String> numeric = metric instanceof DescriptiveMetric described
                ? described.config().columns().stream()
                        .filter(column -> source.schema().summaries().stream()
                                .anyMatch(summary -> summary.column().equals(column)))
                        .toList()
                : List.of();
        return DimensionTitle.of(property) + " holds no numbers in the imported data, so it can only be counted."
                + (numeric.isEmpty()
                        ? ""
                        : " Columns with numbers: "
                                + numeric.stream().map(DimensionTitle::of).collect(Collectors.joining(", ")) + ".");
    }

    /** Why a score is missing in every group. */
    public String notAvailable(String score, int groups) {
        String when = score(score).meaning().notAvailable();
        String groupWords = groups == 1 ? "the only group" : "any of the " + NumberText.count(groups) + " groups";
        return score(score).title() + " is not available in " + groupWords
                + (when.isEmpty() ? "." : ": there is none " + when + ".");
    }
}
