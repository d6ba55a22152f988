package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.PlanPart;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.PublishedTables;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import com.cdhdashboard.duckdb.store.StoreFolder;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells that another version of the store has of metrics that are defined alike. Where both versions are made of the
 * same files, and the same days of them are final, counting again would give the same, so they are copied.
 *
 * @param metrics that are defined alike
 */
public record EarlierCells(StoreFolder folder, Set<String> metrics) {
    private static final String STAGED = "earlier_staged";
    private static final String PUBLISHED = "earlier_published";

    public EarlierCells {
        metrics = Set.copyOf(metrics);
    }

    /**
     * Opens the version for reading beside a database that has nothing in it yet. Numbers of customers are made with a
     * secret of the store, so the database takes up that one.
     */
    void attach(StagingDatabase database) {
        Session session = database.session();
        folder.currentVersion().ifPresent(version -> {
            try {
                attach(session, folder.database().toString(), STAGED);
                attach(session, folder.cubes(version).toString(), PUBLISHED);
            } catch (DuckDbException cannotBeRead) {
                // Then everything is counted
                return;
            }
            session.run("UPDATE store SET salt = (SELECT salt FROM " + STAGED + ".main.store)"
                    + " WHERE NOT EXISTS (SELECT 1 FROM files)");
            database.salt();
        });
    }

    private static void attach(Session session, String file, String name) {
        session.run("ATTACH " + Sql.text(file) + " AS " + name + " (READ_ONLY)");
    }

    /** Whether any metric of this version can be copied: called when rows that share a key are known. */
    boolean isAlike(StagingDatabase database) {
        Session session = database.session();
        boolean attached =
                session.number("SELECT count(*) FROM duckdb_databases() WHERE database_name = ?", PUBLISHED) == 1;
        return attached
                && hasSame(session, "SELECT format FROM %smain.store")
                && session.number("SELECT format FROM " + PUBLISHED + ".main.info") == PublishedTables.FORMAT
                && folder.currentVersion()
                        .filter(version -> version == session.number("SELECT version FROM " + STAGED + ".main.store"))
                        .isPresent()
                && hasSame(session, "SELECT name, hash FROM %smain.files WHERE committed")
                && hasSame(session, "SELECT decided FROM %smain.final_days")
                && isNone(session, "SELECT 1 FROM files WHERE published")
                && isNone(session, "SELECT 1 FROM " + STAGED + ".main.files WHERE committed AND NOT published")
                && isNone(session, "SELECT 1 FROM " + STAGED + ".main.file_days WHERE again")
                && isNone(session, "SELECT 1 FROM " + STAGED + ".main.days_counted_twice")
                && isNone(session, tied());
    }

    /** Rows of one time between which their content decides, of which other columns may be kept now. */
    private static String tied() {
        return "SELECT 1 FROM shared_rows GROUP BY \"key\", \"at\", \"decided\" HAVING min(\"tie\") <> max(\"tie\")";
    }

    private static boolean hasSame(Session session, String query) {
        String here = query.formatted("");
        String there = query.formatted(STAGED + ".");
        return isNone(
                session, "(" + here + " EXCEPT ALL " + there + ") UNION ALL (" + there + " EXCEPT ALL " + here + ")");
    }

    private static boolean isNone(Session session, String query) {
        return session.number("SELECT count(*) FROM (" + query + ")") == 0;
    }

    /** Whether a metric can be copied: its columns are of the types they had. */
    boolean holds(StagingDatabase database, MetricPlan metric) {
        String name = metric.metric().name();
        if (!metrics.contains(name)) {
            return false;
        }
        Session session = database.session();
        String earlier = session.first("SELECT plan FROM " + STAGED + ".main.store", row -> row.getString(1))
                .orElse("");
        Map<String, String> types = new LinkedHashMap<>();
        session.list(
                        "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = ? AND table_name = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        PUBLISHED,
                        "cube:" + name)
                .forEach(column -> types.put(column.getKey(), column.getValue()));
        return PlanPart.countsAlike(earlier, database.plan().orElse(""), name)
                && metric.grain().stream()
                        .allMatch(column -> SqlTypes.name(column.column().type())
                                .equals(types.get(column.column().name())));
    }

    /** Copies what is final of a metric, and adds what is published of it. */
    void copy(Session session, MetricCells cells, String metric, Publication publication) {
        tables(session, STAGED).stream()
                .filter(table -> SummaryNames.isOf(metric, table))
                .forEach(table -> session.run("CREATE OR REPLACE TABLE " + Sql.name(table) + " AS FROM " + STAGED
                        + ".main." + Sql.name(table)));
        publication.add(new Publication.Cube(
                cells.cube().schema(), "FROM " + PUBLISHED + ".main." + PublishedTables.cube(metric)));
        tables(session, PUBLISHED).stream()
                .filter(table -> SummaryNames.isSummaryOf(metric, table))
                .forEach(table -> publication.add(
                        new Publication.Extra(table, "FROM " + PUBLISHED + ".main." + Sql.name(table))));
    }

    private static List<String> tables(Session session, String database) {
        return session.list(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = ? ORDER BY table_name",
                row -> row.getString(1),
                database);
    }
}
