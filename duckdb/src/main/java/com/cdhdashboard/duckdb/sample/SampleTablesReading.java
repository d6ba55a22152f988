package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.sample.SampleSummary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.Interaction;
import com.cdhdashboard.duckdb.imports.sample.RowSample;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the published tables of the sample. */
final class SampleTablesReading {
    private static final String CHANNEL = "Channel";

    private SampleTablesReading() {}

    /** The columns of the files: those that the sample keeps, and the names of the others; {@code beyond} come after the most. */
    record Columns(List<SourceColumn> kept, List<String> withheld, List<String> beyond) {}

    /** Those of a sample that has rows. */
    static Optional<Columns> columns(Session session) {
        if (!isThere(session) || rows(session) == 0) {
            return Optional.empty();
        }
        List<SourceColumn> kept = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        List<String> beyond = new ArrayList<>();
        session.forEach(
                "SELECT name, type, quoted, large, withheld FROM " + PublishedTables.COLUMN_PROFILES
                        + " ORDER BY place",
                row -> {
                    if (row.getBoolean(5)) {
                        (kept.size() < RowSample.COLUMNS ? withheld : beyond).add(row.getString(1));
                    } else {
                        kept.add(new SourceColumn(
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)).map(ValueType::valueOf),
                                row.getBoolean(3),
                                row.getBoolean(4)));
                    }
                });
        return Optional.of(new Columns(kept, withheld, beyond));
    }

    /** Stores of earlier versions have no sample. */
    private static boolean isThere(Session session) {
        return session.number("SELECT count(*) FROM duckdb_tables() WHERE table_name = "
                        + Sql.text(PublishedTables.COLUMN_PROFILES))
                > 0;
    }

    /** Where values do not fit the type that their column has, they stay text. */
    static List<String> rowsAsJson(Session session) {
        String values = columns(session).stream()
                .flatMap(columns -> columns.kept().stream())
                .map(column -> Sql.text(column.name()) + ", " + value(column))
                .collect(Collectors.joining(", "));
        return values.isEmpty()
                ? List.of()
                : session.list(
                        "SELECT CAST(json_object(" + values + ") AS VARCHAR) FROM " + PublishedTables.SAMPLE
                                + " ORDER BY " + PublishedTables.SAMPLE_PLACE,
                        row -> row.getString(1));
    }

    private static String value(SourceColumn column) {
        String name = Sql.name(column.name());
        boolean number = column.type()
                .filter(type -> type == ValueType.INTEGER || type == ValueType.NUMBER)
                .isPresent();
        return number
                ? "coalesce(CASE WHEN TRY_CAST(" + name + " AS DOUBLE) IS NOT NULL THEN TRY_CAST(" + name
                        + " AS JSON) END, to_json(" + name + "))"
                : name;
    }

    private static long rows(Session session) {
        return session.number("SELECT count(*) FROM " + PublishedTables.SAMPLE);
    }

    static Optional<SampleSummary> summary(Session session) {
        if (!isThere(session)) {
            return Optional.empty();
        }
        Map<String, List<SampleSummary.Frequent>> frequent = new LinkedHashMap<>();
        session.forEach(
                "SELECT name, value, n FROM " + PublishedTables.FREQUENT_VALUES + " ORDER BY name, n DESC, value",
                row -> frequent.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(new SampleSummary.Frequent(row.getString(2), row.getLong(3))));
        List<SampleSummary.Column> columns = session.list(
                "SELECT name, type, withheld, present, different FROM " + PublishedTables.COLUMN_PROFILES
                        + " ORDER BY place",
                row -> new SampleSummary.Column(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)).map(ValueType::valueOf),
                        row.getBoolean(3)
                                ? Optional.empty()
                                : Optional.of(new SampleSummary.Seen(
                                        row.getLong(4),
                                        row.getLong(5),
                                        frequent.getOrDefault(row.getString(1), List.of())))));
        return Optional.of(new SampleSummary(rows(session), columns, outcomes(session, columns)));
    }

    private static List<SampleSummary.Outcome> outcomes(Session session, List<SampleSummary.Column> columns) {
        List<String> seen = columns.stream()
                .filter(column -> column.seen().isPresent())
                .map(SampleSummary.Column::name)
                .toList();
        if (!seen.contains(Interaction.OUTCOME)) {
            return List.of();
        }
        String channel = seen.contains(CHANNEL) ? "coalesce(" + Sql.name(CHANNEL) + ", '')" : "''";
        return session.list(
                "SELECT " + Sql.name(Interaction.OUTCOME) + ", " + channel + ", count(*) AS n FROM "
                        + PublishedTables.SAMPLE + " WHERE " + Sql.name(Interaction.OUTCOME)
                        + " IS NOT NULL GROUP BY 1, 2 ORDER BY n DESC, 1, 2",
                row -> new SampleSummary.Outcome(row.getString(1), row.getString(2), row.getLong(3)));
    }
}
