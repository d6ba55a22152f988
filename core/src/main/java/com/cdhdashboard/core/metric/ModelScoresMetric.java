package com.cdhdashboard.core.metric;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.score.ModelScores;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scoring;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well the adaptive models tell positive from negative responses, and how varied and surprising what customers are
 * shown is.
 *
 * @param property the score that is judged, {@link #PROPENSITY} or {@link #FINAL_PROPENSITY}
 */
public record ModelScoresMetric(MetricConfig.ModelScores config, List<String> globalFilters, String property)
        implements Metric {
    public static final String PROPENSITY = "Propensity";
    public static final String FINAL_PROPENSITY = "FinalPropensity";
    /** The scores that can be judged. */
    public static final List<String> PROPERTIES = List.of(PROPENSITY, FINAL_PROPENSITY);

    public static final String SUBJECT_COLUMN = "SubjectID";
    public static final String DECISION_TIME = "DecisionTime";
    public static final String ITEM_COLUMN = "Name";

    private static final List<Column> MEASURES = List.of(
            Column.measure(Responses.POSITIVES, ValueType.INTEGER),
            Column.measure(Responses.NEGATIVES, ValueType.INTEGER));
    private static final ItemLists LISTS = new ItemLists(ITEM_COLUMN);

    public ModelScoresMetric {
        requireNonNull(config, "config");
        globalFilters = List.copyOf(globalFilters);
        requireNonNull(property, "property");
    }

    public ModelScoresMetric(MetricConfig.ModelScores config, List<String> globalFilters) {
        this(config, globalFilters, PROPENSITY);
    }

    @Override
    public Family family() {
        return Family.MODEL_ML_SCORES;
    }

    @Override
    public List<String> grain() {
        return Interactions.grain(config, globalFilters);
    }

    @Override
    public List<String> neededColumns() {
        return Interactions.neededColumns(PROPENSITY);
    }

    /** There are no curves of a score that the files lack, and no lists without customers or days of decision. */
    @Override
    public List<String> optionalColumns() {
        return List.of(FINAL_PROPENSITY, SUBJECT_COLUMN, DECISION_TIME);
    }

    @Override
    public List<Column> measures() {
        return MEASURES;
    }

    /** Both properties, whichever is asked for: this is what the cube holds. */
    @Override
    public List<Summary> summaries() {
        return Stream.concat(PROPERTIES.stream().map(this::counts), Stream.<Summary>of(LISTS))
                .toList();
    }

    @Override
    public List<Summary> summariesOf(Collection<String> scores) {
        List<Summary> needed = new ArrayList<>();
        if (ModelScores.CURVE_SCORES.stream().anyMatch(scores::contains)) {
            needed.add(counts(property));
        }
        if (ModelScores.LIST_SCORES.stream().anyMatch(scores::contains)) {
            needed.add(LISTS);
        }
        return needed;
    }

    /** The scores and classes behind the curves of the chosen property. */
    public ScoreCounts counts() {
        return counts(property);
    }

    private ScoreCounts counts(String column) {
        return new ScoreCounts(column, !config.useTDigest());
    }

    @Override
    public List<String> properties() {
        return PROPERTIES;
    }

    @Override
    public Metric onProperty(String name) {
        if (!PROPERTIES.contains(name)) {
            throw Properties.refuse(this, name);
        }
        return new ModelScoresMetric(config, globalFilters, name);
    }

    @Override
    public Table score(Table rolledUp) {
        Scoring scoring = new Scoring(rolledUp);
        Responses responses = Responses.in(scoring, Responses.POSITIVES, Responses.NEGATIVES);
        ScoreCounts counts = counts();
        boolean curves = scoring.has(counts.part(ScoreCounts.AREA));
        boolean lists = scoring.has(LISTS.part(ItemLists.LISTS));
        List<Score> scores = scores().stream()
                .filter(score -> curves || !ModelScores.CURVE_SCORES.contains(score.name()))
                .filter(score -> lists || !ModelScores.LIST_SCORES.contains(score.name()))
                .toList();
        return scoring.score(scores, row -> {
            Proportion all = responses.of(row);
            List<@Nullable Object> values = new ArrayList<>(List.of(all.trials(), all.successes(), all.failures()));
            if (curves) {
                values.addAll(curveScores(scoring, counts, row));
            }
            if (lists) {
                values.addAll(listScores(scoring, row));
            }
            return values;
        });
    }

    private static List<@Nullable Object> curveScores(Scoring scoring, ScoreCounts counts, List<@Nullable Object> row) {
        double area = scoring.number(row, counts.part(ScoreCounts.AREA));
        double error = scoring.number(row, counts.part(ScoreCounts.AREA_ERROR));
        double precision = scoring.number(row, counts.part(ScoreCounts.PRECISION));
        double positives = scoring.number(row, counts.part(ScoreCounts.POSITIVES));
        double negatives = scoring.number(row, counts.part(ScoreCounts.NEGATIVES));
        Interval ofArea = ModelScores.areaInterval(area, error, positives, negatives);
        Interval ofPrecision =
                counts.averaged() ? Interval.UNDEFINED : ModelScores.precisionInterval(precision, positives);
        return Scoring.available(area, ofArea.low(), ofArea.high(), precision, ofPrecision.low(), ofPrecision.high());
    }

    /**
     * Personalization is 1 less the mean cosine of two lists: the sum of squares of {@link ItemLists} has each pair of
     * lists twice and each list with itself once. Novelty is the mean surprise of a list.
     */
    private static List<@Nullable Object> listScores(Scoring scoring, List<@Nullable Object> row) {
        double n = scoring.number(row, LISTS.part(ItemLists.LISTS));
        double squares = scoring.number(row, LISTS.part(ItemLists.SQUARES));
        double surprise = scoring.number(row, LISTS.part(ItemLists.SURPRISE));
        boolean pairs = n >= 2;
        double personalization = pairs ? Math.max(0, Math.min(1, 1 - (squares - n) / (n * (n - 1)))) : Double.NaN;
        List<@Nullable Object> scores =
                new ArrayList<>(Scoring.available(personalization, pairs ? surprise / n : Double.NaN));
        scores.add(Double.isFinite(n) ? Math.round(n) : 0L);
        return scores;
    }
}
