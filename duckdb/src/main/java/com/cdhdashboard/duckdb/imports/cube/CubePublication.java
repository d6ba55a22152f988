package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.UncountedOutcomes;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.late.DayNotes;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.DuplicateCandidates;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.Finalisation;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.ledger.FileLedger;
import com.cdhdashboard.duckdb.imports.row.Interaction;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.RowNotes;
import com.cdhdashboard.duckdb.imports.row.RowPlan;
import com.cdhdashboard.duckdb.imports.row.TimePart;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the late-arrival buffer to published cubes: counts repeats, finalises what is due, computes every cube. */
final class CubePublication {
    private final StagingDatabase database;
    private final Session session;
    private final RowPlan plan;
    private final List<Definition> definitions;
    private final Finalisation finalisation;
    private final Optional<EarlierCells> earlier;
    private List<MetricPlan> copied = List.of();

    /**
     * A publication.
     *
     * @param definitions what the metrics of the plan count
     * @param earlier cells that may be copied
     */
    CubePublication(
            StagingDatabase database,
            RowPlan plan,
            List<Definition> definitions,
            Finalisation finalisation,
            Optional<EarlierCells> earlier) {
        this.database = database;
        this.session = database.session();
        this.plan = plan;
        this.definitions = definitions;
        this.finalisation = finalisation;
        this.earlier = earlier;
    }

    /** Publishes, and gives notes on rows of new files that are odd or out of order, and on outcomes that count nowhere. */
    List<String> publish() {
        List<String> ofNewFiles = new ArrayList<>();
        session.transaction(() -> {
            session.step("Look for odd rows");
            ofNewFiles.addAll(new RowNotes(session, times(), plan.numbers(), true).ofNewFiles());
            ArmSubjects subjects = new ArmSubjects(session, plan);
            subjects.add();
            session.step("Find days that are final");
            finalisation.begin();
            finalisation.days().findCountedTwice(finalEvents());
            DayNotes days = new DayNotes(session, finalisation);
            ofNewFiles.addAll(days.ofNewFiles());
            session.step("Choose one row of each interaction");
            DuplicateCandidates shared =
                    new DuplicateCandidates(session, resolvingClasses(), content(), finalisation.lateDays());
            findCopied().ifPresent(ofNewFiles::add);
            DuplicateKeys repeated = new DuplicateKeys(session, DuplicateCandidates.TABLE, "\"outcome\"");
            FileLedger.countRepeats(session, repeated);
            List<String> notes = new ArrayList<>(plan.notes());
            notes.addAll(days.ofAllFiles());
            Deduplication counted = Deduplication.choose(session, resolvingClasses(), finalisation);
            repeated.dropTemporaryTables();
            shared.dropTemporaryTables();
            session.step("Count what no metric counts");
            UncountedRows uncounted = new UncountedRows(session, plan, counted);
            UncountedOutcomes.note(uncounted.all(), metrics()).ifPresent(note -> {
                notes.add(note);
                ofNewFiles.add(note);
            });
            Publication publication = new Publication(database);
            publication.begin(notes);
            publication.define(definitions);
            publication.add(uncounted.extra());
            publication.add(subjects.extra());
            uncounted.finalise();
            computeCells(counted, publication);
            session.step("Drop rows that are final");
            finalisation.end(counted.finalising());
            counted.dropTemporaryTables();
            if (finalisation.due() && !plan.dictionaryColumns().isEmpty()) {
                DimensionDictionary.removeUnused(session);
            }
        });
        session.step("Publish");
        new Publication(database).publish();
        return ofNewFiles;
    }

    /** The metrics of which the cells of another version are copied, and a note of them. */
    private Optional<String> findCopied() {
        copied = earlier.filter(cells -> cells.isAlike(database))
                .map(cells -> plan.metrics().stream()
                        .filter(metric -> cells.holds(database, metric))
                        .toList())
                .orElse(List.of());
        return Optional.of(copied)
                .filter(metrics -> !metrics.isEmpty())
                .map(metrics -> "not counted again, as neither their definition nor the files have changed: "
                        + metrics.stream().map(metric -> metric.metric().name()).collect(Collectors.joining(", ")));
    }

    private static List<RowNotes.Time> times() {
        return List.of(
                new RowNotes.Time(Interaction.OUTCOME_TIME, "\"at\""),
                new RowNotes.Time(Interaction.DECISION_TIME, "\"decided\""));
    }

    /** What rows of one interaction may differ in. */
    private List<String> content() {
        Stream<String> values = plan.values().stream().map(LateArrivalBuffer::column);
        return (plan.dictionaryColumns().isEmpty()
                        ? values
                        : Stream.concat(Stream.of(DimensionDictionary.NUMBER), values))
                .toList();
    }

    /** The classes of metrics for which one row stands for each interaction. */
    private List<String> resolvingClasses() {
        return plan.metrics().stream()
                .filter(metric -> !copied.contains(metric))
                .filter(MetricPlan::resolves)
                .map(MetricPlan::quotedClass)
                .distinct()
                .toList();
    }

    private List<Metric> metrics() {
        return plan.metrics().stream().map(MetricPlan::metric).toList();
    }

    private List<String> finalEvents() {
        return plan.metrics().stream()
                .filter(metric ->
                        metric.grain().stream().anyMatch(column -> column.part().equals(Optional.of(TimePart.DAY))))
                .flatMap(metric -> CubeTables.finalEvents(session, metric).stream())
                .toList();
    }

    /** One metric after the other, so that what one needs meanwhile is gone before the next begins. */
    private void computeCells(Deduplication counted, Publication publication) {
        for (MetricPlan metric : plan.metrics()) {
            MetricCells cells =
                    metric.hasSumsAlone() ? new CubeTables(session, metric) : new SummaryCells(session, metric);
            if (copied.contains(metric)) {
                session.step("Copy the cells of " + metric.metric().name());
                earlier.orElseThrow().copy(session, cells, metric.metric().name(), publication);
                continue;
            }
            session.step("Count the cells of " + metric.metric().name());
            cells.compute(counted.of(metric), finalisation);
            publication.add(cells.cube());
            cells.extras().forEach(publication::add);
            cells.dropTemporaryTables();
        }
    }
}
