package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One published version of the cubes: a read-only file, opened without any access to other files. */
public final class DuckDbCubes implements CubeReader, AutoCloseable {
    private final SessionPool sessions;
    private final String dataVersion;
    private final LoadedData loaded;
    private final Map<String, CubeSchema> schemas;

    private DuckDbCubes(SessionPool sessions) {
        this.sessions = sessions;
        this.dataVersion = sessions.with(PublishedTables::readDataVersion);
        this.loaded = sessions.with(PublishedTables::readLoadedData);
        this.schemas = sessions.with(PublishedTables::readSchemas);
    }

    /** Opens a published file. */
    public static DuckDbCubes open(Path file, EngineLimits limits) {
        Properties settings = new Properties();
        settings.setProperty("access_mode", "READ_ONLY");
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Session session = Session.open("jdbc:duckdb:" + file, settings);
        try {
            session.run("SET TimeZone = 'UTC'", "SET enable_external_access = false", "SET lock_configuration = true");
            return new DuckDbCubes(new SessionPool(session));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    public LoadedData loaded() {
        return loaded;
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
        String groups = names(dimensions, "");
        String sql = "SELECT "
                + Stream.concat(
                                dimensions.stream().map(column -> Sql.name(column.name())),
                                schema.measures().stream().map(DuckDbCubes::sum))
                        .collect(Collectors.joining(", "))
                + " FROM " + PublishedTables.cube(rollUp.metric()) + filter.where()
                + (dimensions.isEmpty() ? "" : " GROUP BY " + groups + " ORDER BY " + names(dimensions, " NULLS LAST"));
        return new Table(columns, sessions.with(s -> s.list(sql, row -> values(row, columns), filter.values())));
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
        String sql = "SELECT " + Sql.name(dimension) + ", CAST(" + count + " AS BIGINT) FROM "
                + PublishedTables.cube(metric) + filter.where() + " GROUP BY 1 ORDER BY 1 NULLS LAST";
        return sessions.with(s ->
                s.list(sql, row -> new ValueCount(value(row, 1, column.type()), row.getLong(2)), filter.values()));
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

    private static List<@Nullable Object> values(ResultSet row, List<Column> columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(row, i + 1, columns.get(i).type()));
        }
        return Collections.unmodifiableList(values);
    }

    private static @Nullable Object value(ResultSet row, int place, ValueType type) throws SQLException {
        Object value = row.getObject(place);
        if (value instanceof Timestamp && type == ValueType.TIMESTAMP) {
            return row.getObject(place, LocalDateTime.class);
        }
        return value;
    }

    @Override
    public void close() {
        sessions.close();
    }
}
