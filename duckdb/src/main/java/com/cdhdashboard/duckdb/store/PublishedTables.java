package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.SharedSubjects;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of a published file of cubes: {@code info}, {@code notes}, {@code metric_notes}, {@code definitions},
 * {@code left_out}, {@code source_days}, {@code open_days}, {@code days_counted_twice}, {@code uncounted_outcomes},
 * {@code shared_subjects}, {@code cube_columns}, {@code cube_summaries}, a table for each cube and those of its summaries.
 */
public final class PublishedTables {
    /** What the tables of cubes and summaries are like; to be raised with every change that earlier readers trip over. */
    public static final int FORMAT = 4;

    /** The place of the note on where cells come from, which a store makes for itself. */
    public static final int LAST_NOTE = 1_000_000;

    /** The table of rows whose outcome no metric lists. */
    public static final String UNCOUNTED_OUTCOMES = "uncounted_outcomes";

    /** The table of experiments of which subjects are in more than one arm. */
    public static final String SHARED_SUBJECTS = "shared_subjects";

    /** The table of the sampled rows as texts, numbered by {@link #SAMPLE_PLACE}. */
    public static final String SAMPLE = "sampled_rows";

    /** The number of a sampled row, from 1; no column of a file is called so. */
    public static final String SAMPLE_PLACE = "\"place:\"";

    /** The table of what the sample shows of each column. */
    public static final String COLUMN_PROFILES = "column_profiles";

    /** The table of the values that come most often. */
    public static final String FREQUENT_VALUES = "frequent_values";

    /** The tables that tell of the sample. */
    static final List<String> OF_SAMPLE = List.of(SAMPLE, COLUMN_PROFILES, FREQUENT_VALUES);

    /** The measures whose sum is the number of rows counted in a cell. */
    public static final Set<String> COUNTED = Set.of(Responses.POSITIVES, Responses.NEGATIVES, DescriptiveMetric.ROWS);

    private PublishedTables() {}

    /** The quoted name of the table of a metric's cube. */
    public static String cube(String metric) {
        return Sql.name("cube:" + metric);
    }

    /** Refuses cubes of a version of this program that published them in another form. */
    static boolean requireFormat(Session session, Path file) {
        boolean told =
                session.number("SELECT count(*) FROM duckdb_columns() WHERE table_name = 'info' AND column_name ="
                                + " 'format'")
                        > 0;
        if (!told || session.number("SELECT format FROM info") != FORMAT) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the cubes in " + file + " were made by an earlier version of this program; remove the folder "
                            + file.getParent() + " and import again, or use the program that made it");
        }
        return true;
    }

    public static String readDataVersion(Session session) {
        return session.first("SELECT data_version FROM info", row -> row.getString(1))
                .orElseThrow();
    }

    public static LoadedData readLoadedData(Session session) {
        List<String> notes = session.list("SELECT text FROM notes ORDER BY place", row -> row.getString(1));
        return session.first(
                        "SELECT files, row_count, first_day, last_day, imported_at FROM info",
                        row -> new LoadedData(
                                row.getInt(1),
                                row.getLong(2),
                                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                                Optional.ofNullable(row.getObject(4, LocalDate.class)),
                                Optional.ofNullable(row.getObject(5, LocalDateTime.class))
                                        .map(time -> time.toInstant(ZoneOffset.UTC)),
                                readLeftOut(session),
                                notes))
                .orElseThrow();
    }

    /** Empty where the file was published before they were counted. */
    private static Optional<LoadedData.LeftOut> readLeftOut(Session session) {
        return session.number("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'left_out'") == 0
                ? Optional.empty()
                : session.first(
                        "SELECT filtered, repeated, rejected FROM left_out",
                        row -> new LoadedData.LeftOut(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    static List<UncountedOutcome> readUncountedOutcomes(Session session) {
        return session.list(
                "SELECT outcome, channel, n FROM " + UNCOUNTED_OUTCOMES + " ORDER BY outcome, channel",
                row -> new UncountedOutcome(
                        Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)), row.getLong(3)));
    }

    /** None also where the file was published before they were counted. */
    static List<SharedSubjects> readSharedSubjects(Session session) {
        boolean counted =
                session.number("SELECT count(*) FROM duckdb_tables() WHERE table_name = " + Sql.text(SHARED_SUBJECTS))
                        > 0;
        return counted
                ? session.list(
                        "SELECT metric, experiment, shared, subjects FROM " + SHARED_SUBJECTS
                                + " ORDER BY metric, experiment",
                        row -> new SharedSubjects(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                : List.of();
    }

    /** None also where the file was published before there were any. */
    static Map<String, List<String>> readMetricNotes(Session session) {
        boolean kept = session.number("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'metric_notes'") > 0;
        Map<String, List<String>> notes = new LinkedHashMap<>();
        if (kept) {
            session.forEach(
                    "SELECT metric, text FROM metric_notes ORDER BY metric, place",
                    row -> notes.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                            .add(row.getString(2)));
        }
        return notes;
    }

    static List<LocalDate> readDaysCountedTwice(Session session) {
        return session.list(
                "SELECT day FROM days_counted_twice ORDER BY day", row -> row.getObject(1, LocalDate.class));
    }

    public static Map<String, CubeSchema> readSchemas(Session session) {
        record Entry(String metric, Column column) {}
        List<Entry> entries = session.list(
                "SELECT metric, name, type, role FROM cube_columns ORDER BY metric, place",
                row -> new Entry(row.getString(1), column(row)));
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        entries.forEach(entry -> columns.computeIfAbsent(entry.metric(), metric -> new ArrayList<>())
                .add(entry.column()));
        Map<String, CubeSchema> schemas = new LinkedHashMap<>();
        columns.forEach((metric, all) -> schemas.put(
                metric,
                new CubeSchema(
                        metric,
                        with(all, Column.Role.DIMENSION),
                        with(all, Column.Role.MEASURE),
                        readSummaries(session, metric))));
        return schemas;
    }

    private static List<Summary> readSummaries(Session session, String metric) {
        return session.list(
                "SELECT kind, column_name, averaged FROM cube_summaries WHERE metric = ? ORDER BY place",
                row -> Summary.Kind.valueOf(row.getString(1)).of(row.getString(2), row.getBoolean(3)),
                metric);
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(row.getString(2), ValueType.valueOf(row.getString(3)), Column.Role.valueOf(row.getString(4)));
    }

    private static List<Column> with(List<Column> columns, Column.Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }
}
