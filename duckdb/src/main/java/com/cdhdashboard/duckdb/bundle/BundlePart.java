package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.store.BundleLedger;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one of the two stores takes of a bundle: cells of interactions, or purchases of customers. */
interface BundlePart {
    /** Whether there is anything. */
    boolean isEmpty();

    /** The days it holds, by source. */
    Map<String, List<DayRange>> days();

    /** Prepared rows that are behind it. */
    long kept(BundleStore store, int bundle);

    /** Takes the tables, each checked; in a transaction. */
    void take(BundleStore store, ParquetTable tables, int bundle);

    /** The names of the metrics. */
    List<String> metrics();

    /** Cells of interactions. */
    record Cells(OpenedBundle bundle, Map<Manifest.Cube, Metric> cubes) implements BundlePart {
        @Override
        public boolean isEmpty() {
            return cubes.isEmpty();
        }

        @Override
        public List<String> metrics() {
            return cubes.keySet().stream().map(Manifest.Cube::metric).toList();
        }

        @Override
        public Map<String, List<DayRange>> days() {
            Map<String, List<DayRange>> days = new LinkedHashMap<>();
            bundle.manifest().sources().stream()
                    .filter(source -> !source.days().isEmpty())
                    .forEach(source -> days.put(source.name(), source.days()));
            return days;
        }

        /** What the manifest says, or else what the metric counts that counts most. */
        @Override
        public long kept(BundleStore store, int id) {
            return bundle.manifest()
                    .rows()
                    .orElseGet(() -> cubes.keySet().stream()
                            .mapToLong(cube -> store.session()
                                    .number("SELECT coalesce(CAST(sum("
                                            + PublishedTables.COUNTED.stream()
                                                    .filter(name -> cube.cells().columns().stream()
                                                            .anyMatch(column -> column.name()
                                                                    .equals(name)))
                                                    .map(name -> '"' + name + '"')
                                                    .collect(Collectors.joining(" + "))
                                            + ") AS BIGINT), 0) FROM "
                                            + Sql.name(BundleLedger.cells(id, cube.metric()))))
                            .max()
                            .orElse(0));
        }

        @Override
        public void take(BundleStore store, ParquetTable tables, int id) {
            BundleLedger ledger = store.ledger();
            Map<String, List<BundleColumn>> published = store.publishedColumns(bundle.folder());
            List<DayRange> all = days().values().stream().flatMap(List::stream).toList();
            CubeIntake intake = new CubeIntake(bundle, tables, id);
            cubes.forEach((cube, metric) -> {
                CubeShape shape = CubeShape.of(cube, metric);
                requireLike(ledger.columns(cube.metric()), shape, "the bundles imported before", cube.metric());
                requireLike(
                        published.getOrDefault(cube.metric(), List.of()),
                        shape,
                        "the rows imported before",
                        cube.metric());
                intake.take(cube, shape, all);
                ledger.addDefinition(id, cube.definition());
                ledger.addColumns(id, cube.metric(), shape.columns());
                ledger.addSummaries(id, cube.metric(), cube.summaries());
                ledger.addNotes(id, cube.metric(), BundleNotes.few(cube.notes()));
            });
            ledger.addDoubts(id, bundle.manifest().doubts());
            ledger.addOpenDays(id, bundle.manifest().openDays());
        }

        /** Cells are added up only where they have the same columns. */
        private static void requireLike(List<BundleColumn> before, CubeShape shape, String words, String metric) {
            List<String> others = described(before.stream()
                    .filter(column ->
                            column.role() == BundleColumn.Role.DIMENSION || column.role() == BundleColumn.Role.MEASURE)
                    .toList());
            List<String> own = described(shape.counted());
            if (!others.isEmpty() && !others.equals(own)) {
                List<String> differing = new ArrayList<>(own);
                differing.removeAll(others);
                throw new UserException("metric " + metric + " has other columns than in " + words + ": "
                        + (differing.isEmpty() ? "some are missing" : String.join(", ", differing))
                        + "; import it into another folder, or export all bundles from stores of the same columns");
            }
        }

        private static List<String> described(List<BundleColumn> columns) {
            return columns.stream()
                    .map(column -> "\"" + column.name() + "\" (" + column.type() + ")")
                    .toList();
        }
    }

    /** Purchases of customers. */
    record Purchases(OpenedBundle bundle, Map<Manifest.Customers, CustomerMetric> customers) implements BundlePart {
        @Override
        public boolean isEmpty() {
            return customers.isEmpty();
        }

        @Override
        public List<String> metrics() {
            return customers.keySet().stream().map(Manifest.Customers::metric).toList();
        }

        @Override
        public Map<String, List<DayRange>> days() {
            Map<String, List<DayRange>> days = new LinkedHashMap<>();
            bundle.manifest().sources().stream()
                    .filter(source -> !source.purchases().isEmpty())
                    .forEach(source -> days.put(source.name(), source.purchases()));
            return days;
        }

        @Override
        public long kept(BundleStore store, int id) {
            return customers.keySet().stream()
                    .mapToLong(one -> store.session()
                            .number("SELECT coalesce(CAST(sum(\"holdings:\") AS BIGINT), 0) FROM "
                                    + Sql.name(BundleLedger.purchases(id, one.metric()))))
                    .max()
                    .orElse(0);
        }

        @Override
        public void take(BundleStore store, ParquetTable tables, int id) {
            List<DayRange> all = days().values().stream().flatMap(List::stream).toList();
            PurchaseIntake intake = new PurchaseIntake(bundle, tables, id);
            customers.forEach((one, metric) -> {
                intake.take(one, metric, all);
                store.ledger().addDefinition(id, one.definition());
            });
        }
    }
}
