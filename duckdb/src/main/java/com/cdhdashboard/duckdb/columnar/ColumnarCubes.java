package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.memory.Recent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers from columns in memory what they can answer, and the rest by the engine. The columns of a cube are read at the
 * first question to it; those who ask meanwhile wait, as the engine would take longer for all of them.
 */
public final class ColumnarCubes implements CubeReader {
    /** Table cells of small answers that are held, at some 40 bytes each. */
    private static final long HELD_CELLS = 250_000;

    private final CubeReader engine;
    private final Source source;
    private final Set<String> counted;
    private final Recent<RollUp, Table> rollUps = new Recent<>(
            HELD_CELLS,
            table -> 1 + (long) table.rows().size() * table.columns().size());
    private final Recent<ValueQuestion, List<ValueCount>> values = new Recent<>(HELD_CELLS, list -> 1 + list.size());
    private final Map<String, Optional<ColumnarCube>> held = new HashMap<>();
    private long bytesLeft;

    private record ValueQuestion(String metric, String dimension, List<Filter> filters) {}

    /** Reads the columns of a cube; empty where they would take more bytes or cannot hold it. */
    @FunctionalInterface
    public interface Source {
        Optional<ColumnarCube> read(CubeSchema schema, long mostBytes);
    }

    /**
     * Columns in front of an engine.
     *
     * @param counted the measures whose sum is the number of rows in a cell
     * @param mostBytes what the columns of all cubes together may take
     */
    public ColumnarCubes(CubeReader engine, Source source, Set<String> counted, long mostBytes) {
        this.engine = engine;
        this.source = source;
        this.counted = Set.copyOf(counted);
        this.bytesLeft = mostBytes;
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
    public Table rollUp(RollUp rollUp) {
        return rollUps.answer(rollUp, this::compute);
    }

    private Table compute(RollUp rollUp) {
        Stream<String> dimensions = Stream.concat(
                rollUp.groupBy().stream(), rollUp.filters().stream().map(Filter::dimension));
        Optional<ColumnarCube> cube = cube(rollUp.metric(), dimensions);
        return cube.isPresent() && asksForSums(rollUp) && cube.get().canGroupBy(rollUp.groupBy())
                ? cube.get().rollUp(rollUp.groupBy(), rollUp.filters())
                : engine.rollUp(rollUp);
    }

    /** Whether groups and filters are all there is to the question: sums are all that columns hold. */
    private static boolean asksForSums(RollUp rollUp) {
        return rollUp.equals(new RollUp(rollUp.metric(), rollUp.groupBy(), rollUp.filters()));
    }

    @Override
    public Table scoreCounts(RollUp rollUp) {
        return engine.scoreCounts(rollUp);
    }

    @Override
    public Table histogram(RollUp rollUp, double[] edges) {
        return engine.histogram(rollUp, edges);
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        return values.answer(new ValueQuestion(metric, dimension, List.copyOf(filters)), this::count);
    }

    private List<ValueCount> count(ValueQuestion question) {
        String dimension = question.dimension();
        List<Filter> filters = question.filters();
        Stream<String> dimensions =
                Stream.concat(Stream.of(dimension), filters.stream().map(Filter::dimension));
        return cube(question.metric(), dimensions)
                .map(cube -> cube.values(dimension, filters, counted))
                .orElseGet(() -> engine.values(question.metric(), dimension, filters));
    }

    /** The columns of a metric that has these dimensions; whatever has no answer is left to the engine to refuse. */
    private Optional<ColumnarCube> cube(String metric, Stream<String> dimensions) {
        Optional<CubeSchema> schema = engine.schema(metric);
        return schema.isPresent()
                        && dimensions.allMatch(
                                name -> schema.get().dimension(name).isPresent())
                ? cube(schema.get())
                : Optional.empty();
    }

    private synchronized Optional<ColumnarCube> cube(CubeSchema schema) {
        Optional<ColumnarCube> known = held.get(schema.metric());
        if (known == null) {
            known = source.read(schema, bytesLeft);
            bytesLeft -= known.map(ColumnarCube::bytes).orElse(0L);
            held.put(schema.metric(), known);
        }
        return known;
    }
}
