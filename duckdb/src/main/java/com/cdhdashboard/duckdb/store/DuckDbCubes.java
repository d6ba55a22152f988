package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.SharedSubjects;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.columnar.ColumnarCube;
import com.cdhdashboard.duckdb.columnar.ColumnarCubes;
import com.cdhdashboard.duckdb.columnar.ColumnarReading;
import com.cdhdashboard.duckdb.columnar.SummaryColumns;
import com.cdhdashboard.duckdb.columnar.SummaryReading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One published version of the cubes: a read-only file, opened without any access to other files. */
public final class DuckDbCubes implements CubeReader, AutoCloseable {
    private final SessionPool sessions;
    private final String dataVersion;
    private final LoadedData loaded;
    private final List<LocalDate> daysCountedTwice;
    private final List<UncountedOutcome> uncountedOutcomes;
    private final List<SharedSubjects> sharedSubjects;
    private final Map<String, CubeSchema> schemas;
    private final Map<String, List<String>> notes;

    private DuckDbCubes(SessionPool sessions, Predicate<String> hidden) {
        this.sessions = sessions;
        this.dataVersion = sessions.with(PublishedTables::readDataVersion);
        this.loaded = sessions.with(PublishedTables::readLoadedData);
        this.daysCountedTwice = List.copyOf(sessions.with(PublishedTables::readDaysCountedTwice));
        this.uncountedOutcomes = List.copyOf(sessions.with(PublishedTables::readUncountedOutcomes));
        this.sharedSubjects = List.copyOf(sessions.with(PublishedTables::readSharedSubjects));
        this.schemas = sessions.with(PublishedTables::readSchemas);
        schemas.keySet().removeIf(hidden);
        this.notes = sessions.with(PublishedTables::readMetricNotes);
    }

    /** Opens a published file. */
    public static DuckDbCubes open(Path file, EngineLimits limits) {
        return open(file, limits, metric -> false);
    }

    /** Opens a published file, without the cubes of some metrics. */
    static DuckDbCubes open(Path file, EngineLimits limits, Predicate<String> hidden) {
        SessionPool sessions = PublishedFile.open(file, limits);
        try {
            sessions.with(session -> PublishedTables.requireFormat(session, file));
            return new DuckDbCubes(sessions, hidden);
        } catch (RuntimeException e) {
            sessions.close();
            throw e;
        }
    }

    public LoadedData loaded() {
        return loaded;
    }

    /** The same cubes with the columns of those that fit into so much memory. */
    CubeReader inMemory(long mostBytes, ColumnarCubes.Use use) {
        return new ColumnarCubes(this, new Columns(sessions), PublishedTables.COUNTED, mostBytes, use);
    }

    private record Columns(SessionPool sessions) implements ColumnarCubes.Source {
        @Override
        public Optional<ColumnarCube> cube(CubeSchema schema, long mostBytes) {
            String table = PublishedTables.cube(schema.metric());
            return sessions.with(s -> new ColumnarReading(s, schema, table).read(mostBytes));
        }

        @Override
        public Optional<SummaryColumns> summary(CubeSchema schema, Summary summary, long mostBytes) {
            String table = PublishedTables.cube(schema.metric());
            return sessions.with(s -> new SummaryReading(s, schema.metric(), table).read(summary, mostBytes));
        }
    }

    @Override
    public String dataVersion() {
        return dataVersion;
    }

    @Override
    public Optional<CubeSchema> schema(String metric) {
        return Optional.ofNullable(schemas.get(metric));
    }

    @Override
    public Table rollUp(RollUp rollUp) {
        CubeSchema schema = require(rollUp.metric());
        List<Column> dimensions = rollUp.groupBy().stream()
                .map(name -> CubeDimensions.require(schema, name))
                .toList();
        List<Column> columns =
                Stream.concat(dimensions.stream(), schema.measures().stream()).toList();
        FilterSql filter = new FilterSql(schema, rollUp.filters());
        String sql = SqlTemplate.of("""
                SELECT ${columns}
                FROM ${cube}
                ${where}
                ${groupBy}
                ${orderBy}
                """)
                .with(
                        "columns",
                        Stream.concat(
                                        dimensions.stream().map(column -> Sql.name(column.name())),
                                        schema.measures().stream().map(DuckDbCubes::sum))
                                .collect(Collectors.joining(", ")))
                .with("cube", PublishedTables.cube(rollUp.metric()))
                .with("where", filter.where())
                .with("groupBy", dimensions.isEmpty() ? "" : "GROUP BY " + names(dimensions, ""))
                .with("orderBy", dimensions.isEmpty() ? "" : "ORDER BY " + names(dimensions, " NULLS LAST"))
                .sql();
        Table sums =
                new Table(columns, sessions.with(s -> s.list(sql, row -> RowValues.of(row, columns), filter.values())));
        return rollUp.summaries().isEmpty() ? sums : new SummaryReader(sessions, schema, rollUp).addTo(sums);
    }

    @Override
    public Table scoreCounts(RollUp rollUp) {
        return new SummaryReader(sessions, require(rollUp.metric()), rollUp).scoreCounts();
    }

    @Override
    public Table histogram(RollUp rollUp, double[] edges) {
        return new SummaryReader(sessions, require(rollUp.metric()), rollUp).histogram(edges);
    }

    @Override
    public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
        CubeSchema schema = require(metric);
        Column column = CubeDimensions.require(schema, dimension);
        FilterSql filter = new FilterSql(schema, filters);
        String count = schema.measures().stream()
                .filter(measure -> PublishedTables.COUNTED.contains(measure.name()))
                .map(measure -> "sum(" + Sql.name(measure.name()) + ")")
                .collect(Collectors.joining(" + "));
        String sql = SqlTemplate.of("""
                SELECT ${dimension}, CAST(${count} AS BIGINT)
                FROM ${cube}
                ${where}
                GROUP BY 1
                ORDER BY 1 NULLS LAST
                """)
                .with("dimension", Sql.name(dimension))
                .with("count", count)
                .with("cube", PublishedTables.cube(metric))
                .with("where", filter.where())
                .sql();
        return sessions.with(s -> s.list(
                sql, row -> new ValueCount(RowValues.of(row, 1, column.type()), row.getLong(2)), filter.values()));
    }

    @Override
    public List<String> notes(String metric) {
        return notes.getOrDefault(metric, List.of());
    }

    @Override
    public List<LocalDate> daysCountedTwice() {
        return daysCountedTwice;
    }

    @Override
    public List<UncountedOutcome> uncountedOutcomes() {
        return uncountedOutcomes;
    }

    @Override
    public List<SharedSubjects> sharedSubjects() {
        return sharedSubjects;
    }

    private CubeSchema require(String metric) {
        return schema(metric)
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "there are no data for the metric " + metric
                                + "; import an export first, or see the notes of the"
                                + " last import for why it was switched off"));
    }

    /** Exact sums for counts; compensated sums for numbers, so that the order of the cells does not show. */
    private static String sum(Column measure) {
        String name = Sql.name(measure.name());
        return measure.type() == ValueType.INTEGER
                ? "CAST(coalesce(sum(" + name + "), 0) AS BIGINT)"
                : "coalesce(fsum(" + name + "), 0)";
    }

    private static String names(List<Column> columns, String suffix) {
        return columns.stream().map(column -> Sql.name(column.name()) + suffix).collect(Collectors.joining(", "));
    }

    <T> T ask(Function<Session, T> question) {
        return sessions.with(question);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
