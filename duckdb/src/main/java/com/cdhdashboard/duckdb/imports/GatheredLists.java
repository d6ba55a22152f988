package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.summary.ItemReduction;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.Optional;

/**
 * The lists that customers were shown, by cell and day of decision. Rows without a customer belong to no list.
 *
 * <p>A list settles as a whole: while one of its rows is open, those that have settled wait, with their customer.
 */
final class GatheredLists implements GatheredSummary {
    private static final String LISTS = "customer_lists";
    private static final String ITEMS = "list_items";

    private final Session session;
    private final ItemLists summary;
    private final CellRows rows;
    private final String waiting;
    private final SideTable settled;

    GatheredLists(Session session, MetricPlan plan, CellRows rows, ItemLists summary) {
        this.session = session;
        this.summary = summary;
        this.rows = rows;
        this.waiting = Sql.name("waiting:" + plan.metric().name());
        this.settled = new SideTable(session, SummaryNames.table(plan.metric().name(), summary), new ItemReduction());
        settled.create();
        session.run("CREATE TABLE IF NOT EXISTS " + waiting
                + " (cell INTEGER, decision_day DATE, customer UBIGINT, item VARCHAR)");
    }

    @Override
    public Summary summary() {
        return summary;
    }

    @Override
    public void settle() {
        String source = "(SELECT cell, decision_day, customer, " + Window.column(summary.column())
                + " AS item, settles FROM " + rows.table() + " WHERE customer IS NOT NULL AND "
                + Window.column(summary.column()) + " IS NOT NULL UNION ALL SELECT *, true FROM " + waiting + ")";
        session.run("CREATE OR REPLACE TEMP TABLE " + LISTS + " AS SELECT cell, decision_day, customer,"
                + " bool_and(settles) AS complete, min(item) AS first, max(item) AS last FROM " + source
                + " GROUP BY cell, decision_day, customer");
        session.run("CREATE OR REPLACE TEMP TABLE " + ITEMS + " AS " + items(source));
        settled.add("SELECT * EXCLUDE (complete) FROM " + ITEMS + " WHERE complete ORDER BY cell, item");
        settled.reduce();
        session.run(
                "CREATE OR REPLACE TEMP TABLE now_waiting AS SELECT DISTINCT cell, decision_day, customer, item FROM "
                        + source + " JOIN (SELECT * FROM " + LISTS
                        + " WHERE NOT complete) USING (cell, decision_day, customer) WHERE settles",
                "DELETE FROM " + waiting,
                "INSERT INTO " + waiting + " SELECT * FROM now_waiting",
                "DROP TABLE now_waiting",
                "DROP TABLE " + LISTS);
    }

    /** Most lists hold one item; only the others are looked at row by row. */
    private static String items(String source) {
        String single = "SELECT complete, cell, first AS item, count(*) AS lists, CAST(count(*) AS DOUBLE) AS roots,"
                + " CAST(count(*) AS DOUBLE) AS sizes FROM " + LISTS + " WHERE first = last GROUP BY ALL";
        String distinct = "SELECT DISTINCT complete, cell, decision_day, customer, item FROM " + source
                + " JOIN (SELECT *" + " FROM " + LISTS + " WHERE first <> last) USING (cell, decision_day, customer)";
        String several = "SELECT complete, cell, item, count(*), fsum(1 / sqrt(size)), fsum(1 / size) FROM (SELECT *,"
                + " CAST(count(*) OVER (PARTITION BY cell, decision_day, customer) AS DOUBLE) AS size FROM (" + distinct
                + ")) GROUP BY ALL";
        String all = "SELECT complete, cell, NULL, count(*), 0, 0 FROM " + LISTS + " GROUP BY ALL";
        return "SELECT complete, cell, item, CAST(sum(lists) AS BIGINT) AS lists, fsum(roots) AS roots, fsum(sizes) AS"
                + " sizes FROM (" + single + " UNION ALL " + several + " UNION ALL " + all
                + ") GROUP BY complete, cell, item";
    }

    @Override
    public Optional<Publication.Extra> extra() {
        return Optional.of(new Publication.Extra(
                settled.name(),
                Optional.of(settled.name()),
                "SELECT * EXCLUDE (complete) FROM " + ITEMS + " WHERE NOT complete ORDER BY cell, item"));
    }

    @Override
    public Optional<String> columns() {
        return Optional.empty();
    }

    @Override
    public void forget() {
        session.run("DROP TABLE IF EXISTS " + ITEMS);
    }
}
