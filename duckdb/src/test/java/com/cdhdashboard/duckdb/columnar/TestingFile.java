package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a published file holds beside its cubes, and an engine over it that must not be asked. */
final class TestingFile {
    private TestingFile() {}

    /** Writes all tables but those of the cube. */
    static void write(Session session, CubeSchema schema) {
        session.run(
                "CREATE TABLE info AS SELECT " + PublishedTables.FORMAT
                        + " AS format, 'v1' AS data_version, 1 AS files, 1 AS row_count,"
                        + " CAST(NULL AS DATE) AS first_day, CAST(NULL AS DATE) AS last_day,"
                        + " CAST(NULL AS TIMESTAMP) AS imported_at",
                "CREATE TABLE notes (place INTEGER, text VARCHAR)",
                "CREATE TABLE days_counted_twice (day DATE)",
                "CREATE TABLE " + PublishedTables.UNCOUNTED_OUTCOMES + " (outcome VARCHAR, channel VARCHAR, n BIGINT)",
                "CREATE TABLE cube_columns (metric VARCHAR, place INTEGER, name VARCHAR, type VARCHAR, role VARCHAR)",
                "CREATE TABLE cube_summaries (metric VARCHAR, place INTEGER, kind VARCHAR, column_name VARCHAR,"
                        + " averaged BOOLEAN)");
        int place = 0;
        for (Column column : Stream.concat(schema.dimensions().stream(), schema.measures().stream())
                .toList()) {
            session.update(
                    "INSERT INTO cube_columns VALUES (?, ?, ?, ?, ?)",
                    schema.metric(),
                    place++,
                    column.name(),
                    column.type().name(),
                    column.role().name());
        }
        for (Summary summary : schema.summaries()) {
            session.update(
                    "INSERT INTO cube_summaries VALUES (?, ?, ?, ?, false)",
                    schema.metric(),
                    place++,
                    kind(summary),
                    summary.column());
        }
    }

    private static String kind(Summary summary) {
        String name = summary.name();
        return name.substring(0, name.indexOf(':')).toUpperCase(Locale.ROOT);
    }

    /** An engine that knows its cubes and answers nothing. */
    record OnlySchema(CubeReader engine) implements CubeReader {
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
            throw new IllegalStateException("the engine was asked for " + rollUp);
        }

        @Override
        public Table scoreCounts(RollUp rollUp) {
            throw new IllegalStateException("the engine was asked for " + rollUp);
        }

        @Override
        public Table histogram(RollUp rollUp, double[] edges) {
            throw new IllegalStateException("the engine was asked for " + rollUp);
        }

        @Override
        public List<ValueCount> values(String metric, String dimension, List<Filter> filters) {
            throw new IllegalStateException("the engine was asked for " + dimension + " " + filters);
        }
    }
}
