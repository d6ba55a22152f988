package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.SharedSubjects;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.RecentAnswers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Answers from columns in memory what they can answer, and the rest by the engine. The columns of a cube, and those of
 * each of its summaries, are read at the first question to them; those who ask meanwhile for others that are not held
 * wait, as the engine would take longer for all of them.
 */
public final class ColumnarCubes implements CubeReader {
    private static final long HELD_VALUES = 500_000;

    private final CubeReader engine;
    private final Source source;
    private final Set<String> counted;
    private final long mostBytes;
    private final RecentAnswers recent = new RecentAnswers(HELD_VALUES);
    private final HeldColumns held;
    private final Use use;

    /** How often questions come. */
    public enum Use {
        /** Columns are read once for all questions. */
        OFTEN,
        /**
         * Only what a question names is read, and only where the engine would add up other than columns do: counts are
         * exact in any order.
         */
        ONCE
    }

    private record ValueQuestion(String metric, String dimension, List<Filter> filters) {}

    private record ScoreQuestion(RollUp rollUp) {}

    private record BinQuestion(RollUp rollUp, List<Double> edges) {}

    /** Reads columns; empty where they would take more bytes or cannot hold what there is. */
    public interface Source {
        Optional<ColumnarCube> cube(CubeSchema schema, long mostBytes);

        Optional<SummaryColumns> summary(CubeSchema schema, Summary summary, long mostBytes);
    }

    /** Columns in front of an engine, of whom much is asked. */
    ColumnarCubes(CubeReader engine, Source source, Set<String> counted, long mostBytes) {
        this(engine, source, counted, mostBytes, Use.OFTEN);
    }

    /**
     * Columns in front of an engine.
     *
     * @param counted the measures whose sum is the number of rows in a cell
     * @param mostBytes what all columns together may take
     */
    public ColumnarCubes(CubeReader engine, Source source, Set<String> counted, long mostBytes, Use use) {
        this.use = use;
        this.engine = engine;
        this.source = source;
        this.counted = Set.copyOf(counted);
        this.mostBytes = mostBytes;
        this.held = new HeldColumns(mostBytes);
    }

    @Override
    public String dataVersion() {
        return engine.dataVersion();
    }

    @Override
    public Optional<CubeSchema> schema(String metric) {
        return engine.schema(metric);
    }

    @Override
    public List<LocalDate> daysCountedTwice() {
        return engine.daysCountedTwice();
    }

    @Override
    public List<UncountedOutcome> uncountedOutcomes() {
        return engine.uncountedOutcomes();
    }

    @Override
    public List<String> notes(String metric) {
        return engine.notes(metric);
    }

    @Override
    public List<SharedSubjects> sharedSubjects() {
        return engine.sharedSubjects();
    }

    @Override
    public Table rollUp(RollUp rollUp) {
        return recent.table(rollUp, () -> compute(rollUp));
    }

    private Table compute(RollUp rollUp) {
        return cube(rollUp)
                .flatMap(cube ->
                        summaries(rollUp).map(summaries -> cube.rollUp(rollUp.groupBy(), rollUp.filters(), summaries)))
                .orElseGet(() -> engine.rollUp(rollUp));
    }

    /** The columns of the summaries asked for that the cube has; empty unless there are columns of all of them. */
    private Optional<List<SummaryColumns>> summaries(RollUp rollUp) {
        CubeSchema schema = engine.schema(rollUp.metric()).orElseThrow();
        List<SummaryColumns> columns = new ArrayList<>();
        for (Summary summary : rollUp.summaries()) {
            if (schema.summaries().contains(summary)) {
                Optional<SummaryColumns> found = summary(schema, summary);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                columns.add(found.get());
            }
        }
        return Optional.of(columns);
    }

    @Override
    public Table scoreCounts(RollUp rollUp) {
        return recent.table(
                new ScoreQuestion(rollUp),
                () -> details(rollUp, ScoreCounts.class, ScoreColumns.class, ScoreColumns::table)
                        .orElseGet(() -> engine.scoreCounts(rollUp)));
    }

    @Override
    public Table histogram(RollUp rollUp, double[] edges) {
        BinQuestion bins = new BinQuestion(rollUp, Arrays.stream(edges).boxed().toList());
        return recent.table(
                bins,
                () -> details(
                                rollUp,
                                Quantiles.class,
                                ValueColumns.class,
                                (columns, grouped) -> columns.table(grouped, edges))
                        .orElseGet(() -> engine.histogram(rollUp, edges)));
    }

    /** The answer from the columns of the only summary asked for, where there are any of this kind. */
    private <T extends SummaryColumns> Optional<Table> details(
            RollUp rollUp, Class<? extends Summary> kind, Class<T> type, BiFunction<T, GroupedCells, Table> answer) {
        if (rollUp.summaries().size() != 1
                || !kind.isInstance(rollUp.summaries().get(0))) {
            return Optional.empty();
        }
        return cube(rollUp)
                .flatMap(cube -> summaries(rollUp)
                        .flatMap(columns -> columns.stream().findFirst())
                        .map(columns ->
                                answer.apply(type.cast(columns), cube.group(rollUp.groupBy(), rollUp.filters()))));
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        ValueQuestion question = new ValueQuestion(metric, dimension, List.copyOf(filters));
        return recent.values(question, () -> count(question));
    }

    private List<ValueCount> count(ValueQuestion question) {
        RollUp rollUp = new RollUp(question.metric(), List.of(question.dimension()), question.filters());
        return cube(rollUp)
                .map(cube -> cube.values(question.dimension(), question.filters(), counted))
                .orElseGet(() -> engine.values(question.metric(), question.dimension(), question.filters()));
    }

    /** The columns that can group and filter so; whatever has no answer is left to the engine to refuse. */
    private Optional<ColumnarCube> cube(RollUp rollUp) {
        Optional<CubeSchema> schema = engine.schema(rollUp.metric());
        if (use == Use.ONCE
                && schema.filter(ColumnarCubes::hasAmounts).isEmpty()
                && rollUp.summaries().isEmpty()) {
            return Optional.empty();
        }
        Stream<String> dimensions = Stream.concat(
                rollUp.groupBy().stream(), rollUp.filters().stream().map(Filter::dimension));
        return schema.isPresent()
                        && dimensions.allMatch(
                                name -> schema.get().dimension(name).isPresent())
                ? cube(schema.get(), rollUp).filter(cube -> cube.canGroupBy(rollUp.groupBy()))
                : Optional.empty();
    }

    private static boolean hasAmounts(CubeSchema schema) {
        return schema.measures().stream().anyMatch(measure -> measure.type() != ValueType.INTEGER);
    }

    private Optional<ColumnarCube> cube(CubeSchema schema, RollUp rollUp) {
        return switch (use) {
            case OFTEN -> held.cube(schema.metric(), bytes -> source.cube(schema, bytes));
            case ONCE -> source.cube(named(schema, rollUp), mostBytes);
        };
    }

    /** The schema with no dimensions but those of a question. */
    private static CubeSchema named(CubeSchema schema, RollUp rollUp) {
        Set<String> names = new HashSet<>(rollUp.groupBy());
        rollUp.filters().forEach(filter -> names.add(filter.dimension()));
        List<Column> dimensions = schema.dimensions().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
        return new CubeSchema(schema.metric(), dimensions, schema.measures(), schema.summaries());
    }

    private Optional<SummaryColumns> summary(CubeSchema schema, Summary summary) {
        return held.summary(schema.metric(), summary, bytes -> source.summary(schema, summary, bytes));
    }
}
