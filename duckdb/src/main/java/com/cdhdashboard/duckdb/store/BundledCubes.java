package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.summary.ItemReduction;
import com.cdhdashboard.duckdb.summary.Reduction;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import com.cdhdashboard.duckdb.summary.Thinning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Adds the cells of bundles to those of imported rows, as a version is written. Cells keep apart where they come from. */
final class BundledCubes {
    private static final String PUBLISHING = "publishing.main.";

    private final Session session;

    BundledCubes(Session session) {
        this.session = session;
    }

    void append() {
        List<String> metrics =
                session.list("SELECT DISTINCT metric FROM bundle_columns ORDER BY metric", row -> row.getString(1));
        if (metrics.isEmpty()) {
            return;
        }
        metrics.forEach(this::append);
        session.run(
                SqlTemplate.of("""
                        CREATE OR REPLACE TABLE ${uncounted} AS
                        SELECT outcome, channel, CAST(sum(n) AS BIGINT) AS n
                        FROM (
                            SELECT outcome, channel, n FROM ${uncounted}
                            UNION ALL
                            SELECT outcome, channel, n FROM bundle_uncounted
                        )
                        GROUP BY ALL
                        """)
                        .with("uncounted", PUBLISHING + PublishedTables.UNCOUNTED_OUTCOMES)
                        .sql(),
                // Who is in several bundles is not known: what one of them tells is the least there is
                SqlTemplate.of("""
                        CREATE OR REPLACE TABLE ${shared} AS
                        SELECT metric, experiment, max(shared) AS shared, arg_max(subjects, shared) AS subjects
                        FROM (
                            SELECT metric, experiment, shared, subjects FROM ${shared}
                            UNION ALL
                            SELECT metric, experiment, shared, subjects FROM bundle_shared
                        )
                        GROUP BY ALL
                        """)
                        .with("shared", PUBLISHING + PublishedTables.SHARED_SUBJECTS)
                        .sql());
    }

    private void append(String metric) {
        List<Integer> bundles = session.list(
                "SELECT DISTINCT bundle FROM bundle_columns WHERE metric = ? ORDER BY bundle",
                row -> row.getInt(1),
                metric);
        boolean published = session.number("SELECT count(*) FROM published_columns WHERE metric = ?", metric) > 0;
        if (!published) {
            describe(metric, bundles.get(0));
        }
        bundles.forEach(bundle -> session.update(
                "DELETE FROM " + PUBLISHING + "cube_summaries WHERE metric = ? AND (kind, column_name, averaged) NOT IN"
                        + " (SELECT (kind, column_name, averaged) FROM bundle_summaries WHERE metric = ? AND bundle = ?)",
                metric,
                metric,
                bundle));
        List<Summary> summaries = session.list(
                "SELECT kind, column_name, averaged FROM " + PUBLISHING
                        + "cube_summaries WHERE metric = ? ORDER BY place",
                row -> Summary.Kind.valueOf(row.getString(1)).of(row.getString(2), row.getBoolean(3)),
                metric);
        if (!published) {
            makeTables(metric, bundles.get(0), summaries);
        }
        bundles.forEach(bundle -> add(metric, bundle, summaries));
    }

    /** Of a metric that only bundles hold: as the first of them has it. */
    private void describe(String metric, int bundle) {
        session.update(
                "INSERT INTO " + PUBLISHING + "cube_columns SELECT metric, place, name, type, role FROM bundle_columns"
                        + " WHERE metric = ? AND bundle = ? AND role IN ('DIMENSION', 'MEASURE')",
                metric,
                bundle);
        session.update(
                "INSERT INTO " + PUBLISHING + "cube_summaries SELECT metric, place, kind, column_name, averaged"
                        + " FROM bundle_summaries WHERE metric = ? AND bundle = ?",
                metric,
                bundle);
    }

    private void makeTables(String metric, int bundle, List<Summary> summaries) {
        session.run("CREATE TABLE " + PUBLISHING + PublishedTables.cube(metric) + " AS FROM "
                + Sql.name(BundleLedger.cells(bundle, metric)) + " LIMIT 0");
        List<Summary> beside = summaries.stream().filter(BundledCubes::isBeside).toList();
        for (Summary summary : beside) {
            session.run("CREATE TABLE " + PUBLISHING + Sql.name(SummaryNames.table(metric, summary))
                    + " (cell INTEGER, " + reduction(summary).definition() + ")");
        }
        Set<String> values = beside.stream()
                .filter(summary -> summary.kind() != Summary.Kind.LISTS)
                .map(summary -> SummaryNames.value(summary.column()) + " DOUBLE")
                .collect(Collectors.toCollection(TreeSet::new));
        if (!values.isEmpty()) {
            boolean scored = beside.stream().anyMatch(summary -> summary.kind() == Summary.Kind.SCORES);
            session.run("CREATE TABLE " + PUBLISHING + Sql.name(SummaryNames.values(metric)) + " (cell INTEGER, "
                    + (scored ? SummaryNames.POSITIVE + " BOOLEAN, " : "") + String.join(", ", values) + ")");
        }
    }

    private static boolean isBeside(Summary summary) {
        return summary.kind() != Summary.Kind.MOMENTS && !summary.averaged();
    }

    private static Reduction reduction(Summary summary) {
        return Thinning.of(summary).map(thinning -> (Reduction) thinning).orElseGet(ItemReduction::new);
    }

    private void add(String metric, int bundle, List<Summary> summaries) {
        String cube = PUBLISHING + PublishedTables.cube(metric);
        String cells = Sql.name(BundleLedger.cells(bundle, metric));
        List<String> columns = new ArrayList<>(columns("publishing", "cube:" + metric));
        List<String> own = columns("gathering", BundleLedger.cells(bundle, metric));
        String number = Sql.name(SummaryNames.CELL);
        boolean numbered = columns.remove(SummaryNames.CELL);
        columns.retainAll(own);
        long offset = numbered ? session.number("SELECT coalesce(max(" + number + "), -1) + 1 FROM " + cube) : 0;
        String ownNumber = own.contains(SummaryNames.CELL) ? number : "row_number() OVER () - 1";
        String names = columns.stream().map(Sql::name).collect(Collectors.joining(", "));
        session.run(SqlTemplate.of("""
                INSERT INTO ${cube} (${number}${names})
                SELECT ${ownNumber}${names}
                FROM ${cells}
                ${order}
                """)
                .with("cube", cube)
                .with("number", numbered ? number + ", " : "")
                .with("ownNumber", numbered ? ownNumber + " + " + offset + ", " : "")
                .with("names", names)
                .with("cells", cells)
                .with("order", numbered ? "ORDER BY 1" : "")
                .sql());
        for (Summary summary : summaries) {
            if (isBeside(summary)) {
                session.run("INSERT INTO " + PUBLISHING + Sql.name(SummaryNames.table(metric, summary))
                        + " SELECT * REPLACE (cell + " + offset + " AS cell) FROM "
                        + Sql.name(BundleLedger.summary(bundle, metric, summary.name())));
            }
        }
    }

    private List<String> columns(String database, String table) {
        return session.list(
                "SELECT column_name FROM duckdb_columns() WHERE database_name = ? AND table_name = ? ORDER BY column_index",
                row -> row.getString(1),
                database,
                table);
    }
}
