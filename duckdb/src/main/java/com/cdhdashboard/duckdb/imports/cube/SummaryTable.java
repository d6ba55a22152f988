package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.summary.Reduction;

/**
 * The finalised rows of one summary, by cell. Rows are added at every import; a cell that has collected many is reduced
 * again, so that each row is rewritten seldom.
 */
final class SummaryTable {
    private final Session session;
    private final String name;
    private final Reduction reduction;

    SummaryTable(Session session, String name, Reduction reduction) {
        this.session = session;
        this.name = name;
        this.reduction = reduction;
    }

    String name() {
        return name;
    }

    void create() {
        session.run("CREATE TABLE IF NOT EXISTS " + Sql.name(name) + " (cell INTEGER, " + reduction.definition()
                + ", merged BOOLEAN)");
    }

    /** The rows of all cells. */
    String rows() {
        return "SELECT * EXCLUDE (merged) FROM " + Sql.name(name);
    }

    /** Adds the rows of a query as they are. */
    void add(String rows) {
        session.run("INSERT INTO " + Sql.name(name) + " SELECT *, false FROM (" + rows + ")");
    }

    /** Reduces the cells for which that pays. */
    void reduce() {
        session.run("CREATE OR REPLACE TEMP TABLE due_cells AS SELECT cell FROM " + Sql.name(name)
                + " GROUP BY cell HAVING " + reduction.isDue());
        if (session.number("SELECT count(*) FROM due_cells") > 0) {
            String due = " WHERE cell IN (SELECT cell FROM due_cells)";
            session.run("CREATE OR REPLACE TEMP TABLE reduced_rows AS " + reduction.reduce(rows() + due));
            session.run(
                    "DELETE FROM " + Sql.name(name) + due,
                    "INSERT INTO " + Sql.name(name) + " SELECT *, true FROM reduced_rows",
                    "DROP TABLE reduced_rows");
        }
        session.run("DROP TABLE due_cells");
    }
}
