package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.GatheringDatabase;
import com.cdhdashboard.duckdb.store.Publication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the window to published cubes: counts repeats, settles what is due, computes every cube. */
final class CubePublication {
    private final GatheringDatabase database;
    private final Session session;
    private final RowPlan plan;
    private final int lateOutcomeDays;

    CubePublication(GatheringDatabase database, RowPlan plan, int lateOutcomeDays) {
        this.database = database;
        this.session = database.session();
        this.plan = plan;
        this.lateOutcomeDays = lateOutcomeDays;
    }

    /** Publishes, and gives notes on rows that came too late to be matched. */
    List<String> publish(List<Integer> newFiles) {
        List<String> late = new ArrayList<>();
        session.transaction(() -> {
            lateRows(newFiles).ifPresent(late::add);
            List<String> roles = resolvingRoles();
            SharedRows shared = new SharedRows(session, roles, content());
            RepeatedKeys repeated = new RepeatedKeys(session, SharedRows.TABLE, "\"outcome\"");
            new FileLedger(session).countRepeats(repeated);
            Settlement settlement = new Settlement(session, lateOutcomeDays);
            settlement.begin();
            List<String> notes = new ArrayList<>(plan.notes());
            notes.addAll(late);
            Publication publication = new Publication(database);
            publication.begin(notes);
            CountedRows counted = CountedRows.choose(session, roles, settlement);
            repeated.forget();
            shared.forget();
            computeCells(counted, settlement, publication);
            settlement.end(counted);
            counted.forget();
            if (settlement.due() && !plan.labels().isEmpty()) {
                Labels.removeUnused(session);
            }
        });
        new Publication(database).publish();
        return late;
    }

    /** What rows of one interaction may differ in. */
    private List<String> content() {
        Stream<String> values = plan.values().stream().map(Window::column);
        return (plan.labels().isEmpty() ? values : Stream.concat(Stream.of(Labels.NUMBER), values)).toList();
    }

    /** The roles of metrics for which one row stands for each interaction. */
    private List<String> resolvingRoles() {
        return plan.metrics().stream()
                .filter(MetricPlan::resolves)
                .map(MetricPlan::roleColumn)
                .distinct()
                .toList();
    }

    /** One metric after the other, so that what one needs meanwhile is gone before the next begins. */
    private void computeCells(CountedRows counted, Settlement settlement, Publication publication) {
        for (MetricPlan metric : plan.metrics()) {
            MetricCells cells =
                    metric.summaries().isEmpty() ? new CubeTables(session, metric) : new SummaryCells(session, metric);
            cells.compute(counted.of(metric), settlement);
            publication.add(cells.cube());
            cells.extras().forEach(publication::add);
            cells.forget();
        }
    }

    private Optional<String> lateRows(List<Integer> newFiles) {
        Optional<LocalDate> settledTo = session.first(
                "SELECT settled_to FROM store WHERE settled_to IS NOT NULL", row -> row.getObject(1, LocalDate.class));
        if (settledTo.isEmpty() || newFiles.isEmpty()) {
            return Optional.empty();
        }
        String ids = newFiles.stream().map(String::valueOf).collect(Collectors.joining(", "));
        long late = session.number(
                "SELECT count(*) FROM " + Window.TABLE + " WHERE \"file\" IN (" + ids
                        + ") AND CAST(coalesce(\"decided\", \"at\") AS DATE) <= ?",
                settledTo.get());
        return late == 0
                ? Optional.empty()
                : Optional.of(late + " rows were decided on or before " + settledTo.get() + ", more than "
                        + lateOutcomeDays + " days before the last day of the data: they are counted on their own, not"
                        + " matched with their interactions in earlier imports");
    }
}
