package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.ledger.FileLedger;
import com.cdhdashboard.duckdb.imports.row.RowNotes;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** From all holdings to published customers: of each order one holding is chosen, then every metric is computed. */
final class CustomerPublication {
    private final StagingDatabase database;
    private final Session session;
    private final HoldingPlan plan;
    private final List<Definition> definitions;

    /** @param definitions what the metrics of the plan count */
    CustomerPublication(StagingDatabase database, HoldingPlan plan, List<Definition> definitions) {
        this.definitions = definitions;
        this.database = database;
        this.session = database.session();
        this.plan = plan;
    }

    /** Publishes, and gives notes on what the data show. */
    List<String> publish() {
        List<String> found = new ArrayList<>();
        List<CustomerTables> metrics = plan.purchases().stream()
                .map(purchases -> CustomerTables.of(session, purchases))
                .toList();
        session.transaction(() -> {
            session.step("Look for odd rows");
            found.addAll(new RowNotes(session, times(), numbers(), false).ofNewFiles());
            session.step("Find repeated rows");
            DuplicateKeys repeated = new DuplicateKeys(session, LateArrivalBuffer.TABLE);
            FileLedger.countRepeats(session, repeated);
            session.run(
                    SqlTemplate.of("""
                    UPDATE store
                    SET first_day = days.first, last_day = days.last
                    FROM (
                        SELECT CAST(min("at") AS DATE) AS first, CAST(max("at") AS DATE) AS last
                        FROM ${buffer}
                    ) days
                    """).with("buffer", LateArrivalBuffer.TABLE).sql());
            CustomerSchemaTables schemas = new CustomerSchemaTables(session);
            List<Publication.Extra> tables = new ArrayList<>(schemas.published());
            metrics.forEach(metric -> tables.addAll(metric.compute(schemas, found)));
            List<String> notes = new ArrayList<>(plan.notes());
            notes.addAll(found);
            Publication publication = new Publication(database);
            publication.prepare(tables, notes);
            publication.define(definitions);
            repeated.dropTemporaryTables();
        });
        session.step("Publish");
        new Publication(database).publish();
        metrics.forEach(CustomerTables::dropTemporaryTables);
        CustomerSchemaTables.dropTemporaryTables(session);
        return found;
    }

    /** Metrics that read the same column share the one of the buffer. */
    private List<RowNotes.Time> times() {
        return plan.purchases().stream()
                .map(purchases ->
                        new RowNotes.Time(purchases.metric().config().columns().purchaseDate(), purchases.at()))
                .distinct()
                .toList();
    }

    private List<String> numbers() {
        return plan.numbers().stream().map(ColumnSql::name).toList();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
