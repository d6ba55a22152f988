package com.cdhdashboard.duckdb.bundle.write;

import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.SharedSubjects;
import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a published file says of its data, for the manifest of a bundle. */
final class PublishedSays {
    private final Session session;
    private final BundleSelection selection;

    PublishedSays(Session session, BundleSelection selection) {
        this.session = session;
        this.selection = selection;
    }

    String dataVersion() {
        return session.first("SELECT data_version FROM info", row -> row.getString(1))
                .orElseThrow();
    }

    long rows() {
        return session.number("SELECT row_count FROM info");
    }

    List<String> notes() {
        return session.list(
                "SELECT text FROM notes WHERE place < " + PublishedTables.LAST_NOTE + " ORDER BY place",
                row -> row.getString(1));
    }

    /** What has to be known of the numbers of a metric. */
    List<String> notes(String metric) {
        return session.list(
                "SELECT text FROM metric_notes WHERE metric = ? ORDER BY place", row -> row.getString(1), metric);
    }

    /** The definition of a metric; files of earlier versions of the program do not have it. */
    Definition definition(String metric) {
        Map<String, String> parts = new TreeMap<>();
        List<String> families = new ArrayList<>();
        if (has("definitions")) {
            session.forEach(
                    "SELECT family, key, value FROM definitions WHERE metric = ?",
                    row -> {
                        families.add(row.getString(1));
                        parts.put(row.getString(2), row.getString(3));
                    },
                    metric);
        }
        if (families.isEmpty()) {
            throw new UserException(
                    "what metric " + metric + " counts was not kept with the data, as an earlier version of"
                            + " this program imported them; import one more file, or all anew with --remove-existing, and export"
                            + " then");
        }
        return new Definition(metric, Family.valueOf(families.get(0)), parts);
    }

    boolean has(String table) {
        return session.number(
                        "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'published' AND table_name = ?",
                        table)
                > 0;
    }

    /**
     * The days of each source that are wanted.
     *
     * @param own what rows that were imported are called
     */
    Map<String, List<DayRange>> days(String own) {
        Map<String, List<LocalDate>> days = new LinkedHashMap<>();
        session.forEach(
                """
                SELECT DISTINCT
                    coalesce(source, ?) AS source,
                    CAST(unnest(generate_series(first_day, last_day, INTERVAL 1 DAY)) AS DATE) AS day
                FROM source_days
                ORDER BY source, day""",
                row -> {
                    LocalDate day = row.getObject(2, LocalDate.class);
                    if (isWanted(day)) {
                        days.computeIfAbsent(selection.source().orElse(row.getString(1)), none -> new ArrayList<>())
                                .add(day);
                    }
                },
                own);
        Map<String, List<DayRange>> ranges = new LinkedHashMap<>();
        days.forEach((source, all) ->
                ranges.put(source, DayRange.of(all.stream().sorted().distinct().toList())));
        return ranges;
    }

    private boolean isWanted(LocalDate day) {
        return selection.from().filter(day::isBefore).isEmpty()
                && selection.to().filter(day::isAfter).isEmpty();
    }

    List<DayRange> openDays() {
        return DayRange.of(
                session
                        .list("SELECT day FROM open_days ORDER BY day", row -> row.getObject(1, LocalDate.class))
                        .stream()
                        .filter(this::isWanted)
                        .toList());
    }

    /** Outcomes that no metric counts are known for all days together only, so where days are left out they are, too. */
    Manifest.Doubts doubts() {
        List<LocalDate> twice = session.list(
                "SELECT day FROM days_counted_twice ORDER BY day", row -> row.getObject(1, LocalDate.class));
        List<UncountedOutcome> uncounted = session.list(
                "SELECT outcome, channel, n FROM uncounted_outcomes ORDER BY ALL",
                row -> new UncountedOutcome(
                        Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)), row.getLong(3)));
        List<SharedSubjects> shared = session.list(
                "SELECT metric, experiment, shared, subjects FROM shared_subjects ORDER BY ALL",
                row -> new SharedSubjects(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
        return new Manifest.Doubts(
                twice.stream().filter(this::isWanted).toList(),
                selection.isCut() ? List.of() : uncounted,
                shared.stream().filter(one -> selection.wants(one.metric())).toList());
    }
}
