package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.summary.ItemReduction;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.Optional;

/**
 * The lists that customers were shown, by cell and day of decision. Rows without a customer belong to no list.
 *
 * <p>A list becomes final as a whole: while one of its rows is open, those that are final wait, with their customer.
 */
final class StagedLists implements StagedSummary {
    /** The hashes that several rows have of cell, day and customer; hardly ever two lists share one, which does no harm. */
    private static final String SHARED_LISTS = "shared_lists";

    private static final String SHARED = "rows_of_shared_lists";
    private static final String ITEMS = "list_items";

    private final Session session;
    private final ItemLists summary;
    private final CellRows rows;
    private final String waiting;
    private final SummaryTable finalised;

    StagedLists(Session session, MetricPlan plan, CellRows rows, ItemLists summary) {
        this.session = session;
        this.summary = summary;
        this.rows = rows;
        this.waiting = Sql.name("waiting:" + plan.metric().name());
        this.finalised =
                new SummaryTable(session, SummaryNames.table(plan.metric().name(), summary), new ItemReduction());
        finalised.create();
        session.run("CREATE TABLE IF NOT EXISTS " + waiting
                + " (cell INTEGER, decision_day DATE, customer UBIGINT, item VARCHAR)");
    }

    @Override
    public Summary summary() {
        return summary;
    }

    @Override
    public void finalise() {
        String source =
                "(SELECT *, hash(cell, decision_day, customer) AS list FROM (SELECT cell, decision_day, customer, "
                        + LateArrivalBuffer.column(summary.column()) + " AS item, finalised FROM " + rows.table()
                        + " UNION ALL SELECT *, true FROM " + waiting
                        + ") WHERE customer IS NOT NULL AND item IS NOT NULL)";
        findShared(source);
        session.run("CREATE OR REPLACE TEMP TABLE " + ITEMS + " AS " + items(source));
        finalised.add("SELECT * EXCLUDE (complete) FROM " + ITEMS + " WHERE complete ORDER BY cell, item");
        finalised.reduce();
        session.run(
                "DELETE FROM " + waiting,
                "INSERT INTO " + waiting + " SELECT DISTINCT cell, decision_day, customer, item FROM " + SHARED
                        + " WHERE finalised AND NOT complete",
                "DROP TABLE " + SHARED,
                "DROP TABLE " + SHARED_LISTS);
    }

    /** Finds the rows that share their list with others, each with whether the list is {@code complete}. */
    private void findShared(String source) {
        session.run("CREATE OR REPLACE TEMP TABLE " + SHARED_LISTS + " AS SELECT list FROM " + source
                + " GROUP BY list HAVING count(*) > 1");
        session.run("CREATE OR REPLACE TEMP TABLE " + SHARED + " AS SELECT * EXCLUDE (list), bool_and(finalised) OVER"
                + " (PARTITION BY cell, decision_day, customer) AS complete FROM " + source + " SEMI JOIN "
                + SHARED_LISTS + " USING (list)");
    }

    /** Most lists are of one row; only the others are put together. One row of each is its head, by which it is counted. */
    private static String items(String source) {
        String alone = "SELECT finalised AS complete, cell, item, count(*) AS lists, CAST(count(*) AS DOUBLE) AS roots,"
                + " CAST(count(*) AS DOUBLE) AS sizes, count(*) AS heads FROM " + source + " ANTI JOIN " + SHARED_LISTS
                + " USING (list) GROUP BY ALL";
        String sized = "SELECT *, CAST(count(*) OVER list AS DOUBLE) AS size, row_number() OVER list = 1 AS head FROM"
                + " (SELECT DISTINCT complete, cell, decision_day, customer, item FROM " + SHARED
                + ") WINDOW list AS (PARTITION BY cell, decision_day, customer)";
        String shared = "SELECT complete, cell, item, count(*), fsum(1 / sqrt(size)), fsum(1 / size), count(*) FILTER"
                + " (head) FROM (" + sized + ") GROUP BY ALL";
        String both =
                "SELECT complete, cell, item, CAST(sum(lists) AS BIGINT) AS lists, fsum(roots) AS roots, fsum(sizes)"
                        + " AS sizes, CAST(sum(heads) AS BIGINT) AS heads FROM (" + alone + " UNION ALL " + shared
                        + ") GROUP BY complete, cell, item";
        return "WITH items AS MATERIALIZED (" + both
                + ") SELECT * EXCLUDE (heads) FROM items UNION ALL SELECT complete,"
                + " cell, NULL, CAST(sum(heads) AS BIGINT), 0, 0 FROM items GROUP BY complete, cell";
    }

    @Override
    public Optional<Publication.Extra> extra() {
        return Optional.of(new Publication.Extra(
                finalised.name(),
                Optional.of(finalised.rows()),
                "SELECT * EXCLUDE (complete) FROM " + ITEMS + " WHERE NOT complete ORDER BY cell, item"));
    }

    @Override
    public Optional<String> columns() {
        return Optional.empty();
    }

    @Override
    public void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS " + ITEMS);
    }
}
