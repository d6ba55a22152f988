package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.store.GatheringDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Interaction history: published as one cube a metric. */
record InteractionKind(InteractionHistory history, List<Metric> metrics) implements DataKind {
    InteractionKind {
        metrics = List.copyOf(metrics);
    }

    @Override
    public FileSelection files() {
        return history.files();
    }

    @Override
    public String sections() {
        return "[ih] or [metrics]";
    }

    @Override
    public Map<String, ValueType> standardTypes() {
        return SourceColumn.STANDARD;
    }

    @Override
    public List<String> telling() {
        return List.of(Interaction.INTERACTION_ID, Interaction.OUTCOME, Interaction.OUTCOME_TIME);
    }

    @Override
    public Optional<TableOptions> tables() {
        return Optional.empty();
    }

    @Override
    public Gathering plan(List<SourceColumn> sources, GatheringDatabase database) {
        new DayZone(history.zoneOfDays()).requireKnown(database.session());
        RowPlan plan = new RowPlanner(history, metrics, sources).plan();
        RowSql rows = new RowSql(plan, database.salt(), history.lateOutcomeDays());
        return new Cubes(plan, rows, database, history);
    }

    private record Cubes(RowPlan plan, RowSql rows, GatheringDatabase database, InteractionHistory history)
            implements Gathering {
        @Override
        public List<String> notes() {
            return plan.notes();
        }

        @Override
        public String planText() {
            Stream<String> cells = plan.metrics().stream()
                    .map(metric -> "cells of " + metric.metric().name() + ": " + metric.grain()
                            + (metric.hasSumsAlone()
                                    ? CellMeasure.of(metric.metric()).toString()
                                    : metric.measures() + ", " + metric.summaries()));
            return Stream.of(
                            Stream.of(Window.definition(rows), rows.query()),
                            Labels.definition(rows.labels()),
                            cells,
                            Stream.of(
                                    "late outcome days: " + history.lateOutcomeDays(),
                                    "zone of days: " + history.zoneOfDays(),
                                    "hash: " + hash()))
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining("\n"));
        }

        /** The window keeps hashes of the engine's; one that hashes otherwise cannot add to them. */
        private String hash() {
            return database.session()
                    .first("SELECT CAST(hash('text', 1, NULL) AS VARCHAR)", row -> row.getString(1))
                    .orElseThrow();
        }

        @Override
        public List<String> publish(ImportMoment moment) {
            SettlementRule rule = SettlementRule.of(history);
            return new CubePublication(database, plan, new Settlement(database.session(), rule, moment)).publish();
        }
    }
}
