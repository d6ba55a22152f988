package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bundles that a store has taken in. Their tables stand beside those of imported rows, each bundle with its own: so one can
 * be taken out again.
 */
public final class BundleLedger {
    private static final String DATA = "bundled:";
    private static final int NAMED = 3;

    /** The tables of the ledger, with their columns. */
    static final Map<String, String> TABLES = tables();

    private final Session session;

    public BundleLedger(Session session) {
        this.session = session;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put(
                "bundles", "id INTEGER, name VARCHAR, hash VARCHAR, imported_at TIMESTAMP, kept BIGINT, own VARCHAR");
        tables.put("bundle_days", "bundle INTEGER, source VARCHAR, first_day DATE, last_day DATE");
        tables.put("bundle_notes", "bundle INTEGER, place INTEGER, metric VARCHAR, text VARCHAR");
        tables.put("bundle_definitions", "bundle INTEGER, metric VARCHAR, family VARCHAR, key VARCHAR, value VARCHAR");
        tables.put(
                "bundle_columns",
                "bundle INTEGER, metric VARCHAR, place INTEGER, name VARCHAR, type VARCHAR, role VARCHAR");
        tables.put(
                "bundle_summaries",
                "bundle INTEGER, metric VARCHAR, place INTEGER, kind VARCHAR, column_name VARCHAR, averaged BOOLEAN");
        tables.put("bundle_open_days", "bundle INTEGER, day DATE");
        tables.put("bundle_days_counted_twice", "bundle INTEGER, day DATE");
        tables.put("bundle_uncounted", "bundle INTEGER, outcome VARCHAR, channel VARCHAR, n BIGINT");
        tables.put(
                "bundle_shared", "bundle INTEGER, metric VARCHAR, experiment VARCHAR, shared BIGINT, subjects BIGINT");
        return tables;
    }

    static boolean isOfBundles(String table) {
        return TABLES.containsKey(table) || table.startsWith(DATA);
    }

    /** A bundle that was taken in. */
    public record Entry(int id, String name, String hash) {}

    /** All of them, oldest first. */
    public List<Entry> entries() {
        return session.list(
                "SELECT id, name, hash FROM bundles ORDER BY id",
                row -> new Entry(row.getInt(1), row.getString(2), row.getString(3)));
    }

    public boolean isEmpty() {
        return session.number("SELECT count(*) FROM bundles") == 0;
    }

    /** Enters a bundle, whose tables are to follow, and gives its number. */
    public int enter(Entered bundle) {
        int id = (int) session.number("SELECT coalesce(max(id), 0) + 1 FROM bundles");
        session.update(
                "INSERT INTO bundles VALUES (?, ?, ?, ?, 0, ?)",
                id,
                bundle.name(),
                bundle.hash(),
                bundle.now(),
                bundle.own());
        return id;
    }

    /**
     * A bundle that is taken in now.
     *
     * @param own what rows imported into this store are called, as a source
     */
    public record Entered(String name, String hash, LocalDateTime now, String own) {}

    /** Remembers how many prepared rows are behind a bundle. */
    public void setKept(int bundle, long kept) {
        session.update("UPDATE bundles SET kept = ? WHERE id = ?", kept, bundle);
    }

    public void addDays(int bundle, String source, List<DayRange> days) {
        insert("bundle_days", days, day -> List.of(bundle, source, day.first(), day.last()));
    }

    /** Notes on a metric, or on all of the bundle where the metric is empty. */
    public void addNotes(int bundle, String metric, List<String> notes) {
        long place = session.number("SELECT count(*) FROM bundle_notes WHERE bundle = ?", bundle);
        for (String note : notes) {
            session.update("INSERT INTO bundle_notes VALUES (?, ?, ?, ?)", bundle, place++, metric, note);
        }
    }

    public void addDefinition(int bundle, Definition definition) {
        insert(
                "bundle_definitions",
                List.copyOf(definition.parts().entrySet()),
                part -> List.of(
                        bundle, definition.metric(), definition.family().name(), part.getKey(), part.getValue()));
    }

    public void addColumns(int bundle, String metric, List<BundleColumn> columns) {
        List<List<Object>> rows = new ArrayList<>();
        columns.forEach(column -> rows.add(List.of(
                bundle,
                metric,
                rows.size(),
                column.name(),
                column.type().name(),
                column.role().name())));
        session.insert("INSERT INTO bundle_columns FROM ", rows);
    }

    public void addSummaries(int bundle, String metric, List<Manifest.SummaryTable> summaries) {
        List<List<Object>> rows = new ArrayList<>();
        summaries.forEach(one -> rows.add(List.of(
                bundle,
                metric,
                rows.size(),
                one.summary().kind().name(),
                one.summary().column(),
                one.summary().averaged())));
        session.insert("INSERT INTO bundle_summaries FROM ", rows);
    }

    public void addDoubts(int bundle, Manifest.Doubts doubts) {
        insert("bundle_days_counted_twice", doubts.daysCountedTwice(), day -> List.of(bundle, day));
        for (UncountedOutcome one : doubts.uncountedOutcomes()) {
            session.update(
                    "INSERT INTO bundle_uncounted SELECT ?, CASE WHEN ? THEN ? END, CASE WHEN ? THEN ? END, ?",
                    bundle,
                    one.outcome().isPresent(),
                    one.outcome().orElse(""),
                    one.channel().isPresent(),
                    one.channel().orElse(""),
                    one.rows());
        }
        insert(
                "bundle_shared",
                doubts.sharedSubjects(),
                one -> List.of(bundle, one.metric(), one.experiment(), one.shared(), one.subjects()));
    }

    public void addOpenDays(int bundle, List<DayRange> ranges) {
        ranges.forEach(range -> session.update(
                "INSERT INTO bundle_open_days SELECT ?, CAST(unnest(generate_series(?, ?, INTERVAL 1 DAY)) AS DATE)",
                bundle,
                range.first(),
                range.last()));
    }

    private <T> void insert(String table, List<T> values, Function<T, List<Object>> row) {
        session.insert(
                "INSERT INTO " + table + " FROM ", values.stream().map(row).toList());
    }

    /** Takes a bundle out. */
    public void remove(int bundle) {
        session.list(
                        "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, ?)",
                        row -> row.getString(1),
                        DATA + bundle + ":")
                .forEach(table -> session.run("DROP TABLE " + Sql.name(table)));
        TABLES.keySet().stream()
                .filter(table -> !table.equals("bundles"))
                .forEach(table -> session.update("DELETE FROM " + table + " WHERE bundle = ?", bundle));
        session.update("DELETE FROM bundles WHERE id = ?", bundle);
    }

    /** Days of a source that a bundle holds. */
    public record Days(Entry bundle, String source, DayRange days) {}

    public List<Days> days() {
        return session.list(
                """
                SELECT id, name, hash, source, first_day, last_day
                FROM bundle_days JOIN bundles ON id = bundle
                ORDER BY id, first_day""",
                row -> new Days(
                        new Entry(row.getInt(1), row.getString(2), row.getString(3)),
                        row.getString(4),
                        new DayRange(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class))));
    }

    /** What the metrics of all bundles count; bundles that hold the same metric agree. */
    public Map<String, Definition> definitions() {
        Map<String, Map<String, String>> parts = new TreeMap<>();
        Map<String, Family> families = new TreeMap<>();
        session.forEach("SELECT DISTINCT metric, family, key, value FROM bundle_definitions ORDER BY ALL", row -> {
            families.put(row.getString(1), Family.valueOf(row.getString(2)));
            parts.computeIfAbsent(row.getString(1), none -> new TreeMap<>()).put(row.getString(3), row.getString(4));
        });
        Map<String, Definition> definitions = new TreeMap<>();
        families.forEach((metric, family) ->
                definitions.put(metric, new Definition(metric, family, parts.getOrDefault(metric, Map.of()))));
        return definitions;
    }

    /** The columns that bundles have of the cells of a metric; those that hold the same metric agree in dimensions and measures. */
    public List<BundleColumn> columns(String metric) {
        return session.list(
                """
                SELECT name, type, role
                FROM bundle_columns
                WHERE metric = ? AND bundle = (SELECT min(bundle) FROM bundle_columns WHERE metric = ?)
                ORDER BY place""",
                row -> new BundleColumn(
                        row.getString(1),
                        ValueType.valueOf(row.getString(2)),
                        BundleColumn.Role.valueOf(row.getString(3)),
                        ""),
                metric,
                metric);
    }

    /** The table that holds the cells of a metric, not quoted. */
    public static String cells(int bundle, String metric) {
        return DATA + bundle + ":cells:" + metric;
    }

    /** The table of a summary beside the cells, not quoted. */
    public static String summary(int bundle, String metric, String summary) {
        return DATA + bundle + ":summary:" + metric + ":" + summary;
    }

    /** The table of the purchases of a metric's customers, not quoted. */
    public static String purchases(int bundle, String metric) {
        return DATA + bundle + ":purchases:" + metric;
    }

    /** The bundles that hold purchases of a metric's customers. */
    public List<Integer> withPurchases(String metric) {
        return entries().stream()
                .map(Entry::id)
                .filter(id -> session.number(
                                "SELECT count(*) FROM duckdb_tables() WHERE table_name = ?", purchases(id, metric))
                        > 0)
                .toList();
    }

    /** Says that there are no rows behind the cells of bundles; empty where there are no such cells. */
    public Optional<String> lateOutcomes() {
        return session.first("""
                SELECT
                    list(DISTINCT name ORDER BY name),
                    CAST(min(first_day) AS VARCHAR),
                    CAST(max(last_day) AS VARCHAR)
                FROM bundles
                JOIN bundle_days ON bundle = id
                WHERE id IN (SELECT bundle FROM bundle_columns)
                HAVING count(*) > 0""", row -> {
            Object[] names = (Object[]) row.getArray(1).getArray();
            String named = Stream.of(names).limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            return "from " + row.getString(2) + " to " + row.getString(3) + " cells come from bundles (" + named
                    + (names.length > NAMED ? " and " + (names.length - NAMED) + " more" : "")
                    + "), without the rows behind them: late outcomes cannot be matched with their interactions";
        });
    }

    /** What rows that were imported into this store are called, as a source; empty without bundles. */
    public Optional<String> own() {
        return session.first("SELECT own FROM bundles ORDER BY id DESC LIMIT 1", row -> row.getString(1));
    }
}
