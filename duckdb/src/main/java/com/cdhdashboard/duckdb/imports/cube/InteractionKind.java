package com.cdhdashboard.duckdb.imports.cube;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import com.cdhdashboard.duckdb.imports.late.Finalisation;
import com.cdhdashboard.duckdb.imports.late.FinalisationRule;
import com.cdhdashboard.duckdb.imports.late.ImportMoment;
import com.cdhdashboard.duckdb.imports.row.GivenNames;
import com.cdhdashboard.duckdb.imports.row.Interaction;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.PlanLines;
import com.cdhdashboard.duckdb.imports.row.RowPlan;
import com.cdhdashboard.duckdb.imports.row.RowPlanner;
import com.cdhdashboard.duckdb.imports.row.RowSql;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import com.cdhdashboard.duckdb.imports.schema.KnownNames;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Interaction history: published as one cube a metric. */
public record InteractionKind(InteractionHistory history, List<Metric> metrics, Optional<EarlierCells> earlier)
        implements DataKind {
    public InteractionKind {
        metrics = List.copyOf(metrics);
        requireNonNull(earlier, "earlier");
    }

    private static final List<String> TELLING =
            List.of(Interaction.INTERACTION_ID, Interaction.OUTCOME, Interaction.OUTCOME_TIME);

    public InteractionKind(InteractionHistory history, List<Metric> metrics) {
        this(history, metrics, Optional.empty());
    }

    @Override
    public Optional<Path> beside() {
        return earlier.map(cells -> cells.folder().root());
    }

    @Override
    public void prepare(StagingDatabase database) {
        earlier.ifPresent(cells -> cells.attach(database));
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
        return Interaction.TYPES;
    }

    @Override
    public List<String> knownNames() {
        KnownNames names = new KnownNames()
                .add(Interaction.NEEDED)
                .add(List.of(Interaction.DECISION_TIME))
                .add(new TreeSet<>(Interaction.TYPES.keySet()))
                .add(history.preparation());
        for (Metric metric : metrics) {
            names.add(metric.grain())
                    .add(metric.neededColumns())
                    .add(metric.optionalColumns())
                    .addFilter(metric.config().common().filter());
        }
        return names.all();
    }

    @Override
    public List<String> required() {
        return Interaction.NEEDED.stream()
                .filter(name -> !defaulted().contains(name))
                .toList();
    }

    @Override
    public Optional<String> other(String name) {
        return given().other(name);
    }

    private GivenNames given() {
        return GivenNames.of(history.preparation().columns());
    }

    @Override
    public Set<String> defaulted() {
        return history.preparation().defaultValues().keySet();
    }

    @Override
    public String defaultsSection() {
        return "[ih.extensions.default_values]";
    }

    @Override
    public List<String> telling() {
        GivenNames given = given();
        return TELLING.stream()
                .flatMap(name -> Stream.concat(Stream.of(name), given.other(name).stream()))
                .toList();
    }

    @Override
    public Set<String> people() {
        return Set.of(Interaction.SUBJECT_ID);
    }

    @Override
    public String words() {
        return "interaction history";
    }

    @Override
    public String chosenBy() {
        return "by the tab \"Interaction history\" of the page, or by import without --holdings";
    }

    /** Configured defaults count, as there are exports that lack a column. One of the three alone is in other data too. */
    @Override
    public boolean isShownBy(ColumnsSeen columns) {
        Set<String> defaults = history.preparation().defaultValues().keySet();
        return columns.holdsAny(telling())
                && telling().stream()
                                .filter(name -> columns.holds(name) || defaults.contains(name))
                                .count()
                        >= 2;
    }

    @Override
    public List<Definition> counts() {
        return metrics.stream().map(metric -> Definition.of(metric, history)).toList();
    }

    @Override
    public DayZone days() {
        return new DayZone(history.zoneOfDays());
    }

    @Override
    public TableOptions tables() {
        return TableOptions.RECOGNISED
                .withDays(Set.of(Interaction.OUTCOME_TIME, Interaction.DECISION_TIME))
                .withTexts(SourceColumn.texts(standardTypes()));
    }

    @Override
    public Definitions definitions() {
        return Definitions.of(history, metrics);
    }

    @Override
    public Staging plan(List<SourceColumn> sources, StagingDatabase database) {
        days().requireKnown(database.session());
        RowPlan plan = new RowPlanner(history, metrics, sources).plan();
        RowSql rows = new RowSql(plan, database.salt(), history.lateOutcomeDays());
        return new Cubes(plan, rows, history, database, earlier);
    }

    private record Cubes(
            RowPlan plan,
            RowSql rows,
            InteractionHistory history,
            StagingDatabase database,
            Optional<EarlierCells> earlier)
            implements Staging {
        @Override
        public List<String> notes() {
            return plan.notes();
        }

        @Override
        public String planText() {
            Stream<String> cells = plan.metrics().stream()
                    .map(metric -> (metric.metric() instanceof DescriptiveMetric ? PlanLines.DESCRIBED : "cells of ")
                            + metric.metric().name() + ": "
                            + metric.grain().stream()
                                    .map(MetricPlan.GrainColumn::name)
                                    .toList()
                            + (metric.hasSumsAlone()
                                    ? CellMeasure.of(metric.metric()).toString()
                                    : metric.measures() + ", " + metric.summaries()));
            Stream<String> defaults = PlanLines.defaults(history.preparation(), plan.defaulted());
            return Stream.of(
                            rows.common(),
                            defaults,
                            cells,
                            Stream.of(
                                    "late outcome days: " + history.lateOutcomeDays(),
                                    "zone of days: " + history.zoneOfDays(),
                                    "hash: " + hash()))
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public Map<String, List<Column>> dimensions() {
            Map<String, List<Column>> dimensions = new LinkedHashMap<>();
            plan.metrics()
                    .forEach(metric -> dimensions.put(
                            metric.metric().name(),
                            metric.grain().stream()
                                    .map(MetricPlan.GrainColumn::column)
                                    .toList()));
            return dimensions;
        }

        /** The buffer keeps hashes of the engine's; one that hashes otherwise cannot add to them. */
        private String hash() {
            return database.session()
                    .first("SELECT CAST(hash('text', 1, NULL) AS VARCHAR)", row -> row.getString(1))
                    .orElseThrow();
        }

        @Override
        public List<String> publish(ImportMoment moment) {
            FinalisationRule rule = FinalisationRule.of(history);
            List<Definition> definitions = plan.metrics().stream()
                    .map(metric -> Definition.of(metric.metric(), history))
                    .toList();
            Finalisation finalisation = new Finalisation(database.session(), rule, moment);
            return new CubePublication(database, plan, definitions, finalisation, earlier).publish();
        }
    }
}
