package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
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
    /** Most lists are of one row; only the others are put together. One row of each is its head, by which it is counted. */
    private static final String ITEMS = """
            CREATE OR REPLACE TEMP TABLE list_items AS
            WITH alone AS (
                SELECT
                    finalised AS complete,
                    cell,
                    item,
                    count(*) AS lists,
                    CAST(count(*) AS DOUBLE) AS roots,
                    CAST(count(*) AS DOUBLE) AS sizes,
                    count(*) AS heads
                FROM ${source}
                ANTI JOIN shared_lists USING (list)
                GROUP BY ALL
            ),
            sized AS (
                SELECT *, CAST(count(*) OVER list AS DOUBLE) AS size, row_number() OVER list = 1 AS head
                FROM (SELECT DISTINCT complete, cell, decision_day, customer, item FROM rows_of_shared_lists)
                WINDOW list AS (PARTITION BY cell, decision_day, customer)
            ),
            shared AS (
                SELECT
                    complete,
                    cell,
                    item,
                    count(*),
                    fsum(1 / sqrt(size)),
                    fsum(1 / size),
                    count(*) FILTER (head)
                FROM sized
                GROUP BY ALL
            ),
            items AS MATERIALIZED (
                SELECT
                    complete,
                    cell,
                    item,
                    CAST(sum(lists) AS BIGINT) AS lists,
                    fsum(roots) AS roots,
                    fsum(sizes) AS sizes,
                    CAST(sum(heads) AS BIGINT) AS heads
                FROM (FROM alone UNION ALL FROM shared)
                GROUP BY complete, cell, item
            )
            SELECT * EXCLUDE (heads)
            FROM items
            UNION ALL
            SELECT complete, cell, NULL, CAST(sum(heads) AS BIGINT), 0, 0
            FROM items
            GROUP BY complete, cell
            """;

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
    public boolean looksAtAllRows() {
        return true;
    }

    @Override
    public void finalise() {
        String source = SqlTemplate.of("""
                (
                    SELECT *, hash(cell, decision_day, customer) AS list
                    FROM (
                        SELECT cell, decision_day, customer, ${item} AS item, finalised
                        FROM ${rows}
                        UNION ALL
                        SELECT *, true
                        FROM ${waiting}
                    )
                    WHERE customer IS NOT NULL AND item IS NOT NULL
                )""")
                .with("item", LateArrivalBuffer.column(summary.column()))
                .with("rows", rows.table())
                .with("waiting", waiting)
                .sql();
        findShared(source);
        session.run(SqlTemplate.of(ITEMS).with("source", source).sql());
        finalised.add("SELECT * EXCLUDE (complete) FROM list_items WHERE complete ORDER BY cell, item");
        finalised.reduce();
        session.run(
                "DELETE FROM " + waiting,
                SqlTemplate.of("""
                        INSERT INTO ${waiting}
                        SELECT DISTINCT cell, decision_day, customer, item
                        FROM rows_of_shared_lists
                        WHERE finalised AND NOT complete
                        """).with("waiting", waiting).sql(),
                "DROP TABLE rows_of_shared_lists",
                "DROP TABLE shared_lists");
    }

    /**
     * Finds the rows that share their list with others, each with whether the list is {@code complete}. Hardly ever two lists share
     * the hash by which they are told apart first, which does no harm.
     */
    private void findShared(String source) {
        session.run(
                SqlTemplate.of("""
                        CREATE OR REPLACE TEMP TABLE shared_lists AS
                        SELECT list
                        FROM ${source}
                        GROUP BY list
                        HAVING count(*) > 1
                        """).with("source", source).sql(),
                SqlTemplate.of("""
                        CREATE OR REPLACE TEMP TABLE rows_of_shared_lists AS
                        SELECT
                            * EXCLUDE (list),
                            bool_and(finalised) OVER (PARTITION BY cell, decision_day, customer) AS complete
                        FROM ${source}
                        SEMI JOIN shared_lists USING (list)
                        """).with("source", source).sql());
    }

    @Override
    public Optional<Publication.Extra> extra() {
        return Optional.of(new Publication.Extra(
                finalised.name(),
                Optional.of(finalised.rows()),
                "SELECT * EXCLUDE (complete) FROM list_items WHERE NOT complete ORDER BY cell, item"));
    }

    @Override
    public Optional<String> columns() {
        return Optional.empty();
    }

    @Override
    public void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS list_items");
    }
}
