package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.duckdb.imports.HoldingFiles.Holding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers are computed of the purchases of all bundles as of the holdings themselves. */
class BundleOfCustomersTest {
    private static final String TOML = TestingHoldings.configuration("");

    @TempDir
    private Path temp;

    private TestingBundles store(String name) {
        return new TestingBundles(temp.resolve(name), TOML);
    }

    private Path holdings(String name, List<Holding> holdings) throws IOException {
        return Files.write(temp.resolve(name + ".json"), HoldingFiles.ndjson(holdings));
    }

    private static Table all(TestingBundles store) {
        return store.customers()
                .page(CustomerPage.first("clv", new CustomerPage.Slice(0, CustomerPage.Slice.MAX_LIMIT)));
    }

    private static void assertTaken(FileSummary taken) {
        assertThat(taken.status()).as(taken.toString()).isEqualTo(FileSummary.Status.IMPORTED);
    }

    /** Some customers buy in two groups, so that there are more rows than customers. */
    private static List<Holding> some() {
        List<Holding> holdings = new ArrayList<>(HoldingFiles.some());
        holdings.add(new Holding("00001", "Z", "H-900", "2020-05-05", "12.34"));
        holdings.add(new Holding("00001", "B", "H-901", "2020-05-05", "1.01"));
        return holdings;
    }

    @Test
    void customersOfABundleAreThoseOfTheHoldings() throws IOException {
        for (List<Holding> holdings : List.of(HoldingFiles.some(), some())) {
            String name = String.valueOf(holdings.size());
            try (TestingBundles from = store("from" + name);
                    TestingBundles into = store("into" + name)) {
                from.addHoldings(holdings("all" + name, holdings));
                Path bundle = temp.resolve(name + ".cdhcubes");
                from.export(bundle);
                assertTaken(into.take(bundle));
                assertThat(all(into)).isEqualTo(all(from));
                assertThat(into.customers().schema("clv"))
                        .isEqualTo(from.customers().schema("clv"));
                assertThat(into.customers().purchaseDays("clv"))
                        .isEqualTo(from.customers().purchaseDays("clv"));
                assertThat(into.loadedHoldings().rows()).isEqualTo(holdings.size());
                assertThat(into.take(bundle).status()).isEqualTo(FileSummary.Status.UNCHANGED);
            }
        }
    }

    @Test
    void purchasesOfEarlierAndLaterDaysAddUp() throws IOException {
        try (TestingBundles from = store("from");
                TestingBundles into = store("into");
                TestingBundles beside = store("beside")) {
            from.addHoldings(holdings("all", some()));
            Path early = temp.resolve("early.cdhcubes");
            Path late = temp.resolve("late.cdhcubes");
            from.export(TestingBundles.days("1990-01-01", "2019-12-31"), early);
            from.export(TestingBundles.days("2020-01-01", "2030-12-31"), late);
            assertTaken(into.take(late));
            assertTaken(into.take(early));
            assertThat(all(into)).isEqualTo(all(from));
            List<Holding> later = some().stream()
                    .filter(holding -> holding.day().compareTo("2020-01-01") >= 0)
                    .toList();
            beside.addHoldings(holdings("later", later));
            assertTaken(beside.take(early));
            assertThat(all(beside)).isEqualTo(all(from));
            assertThat(beside.take(late).message())
                    .hasValueSatisfying(
                            message -> assertThat(message).contains("of which rows were imported into this store"));
        }
    }

    @Test
    void purchasesOfOneDayInBundlesOfSeveralSourcesAddUp() throws IOException {
        List<Holding> here = List.of(
                new Holding("00001", "A", "H-1", "2024-05-05", "12.34"),
                new Holding("00001", "A", "H-2", "2024-06-05", "1.01"));
        List<Holding> there = List.of(
                new Holding("00001", "A", "H-3", "2024-06-05", "2.00"),
                new Holding("00002", "A", "H-4", "2024-06-06", "3.00"));
        try (TestingBundles all = store("all");
                TestingBundles one = store("one");
                TestingBundles two = store("two");
                TestingBundles into = store("into")) {
            all.addHoldings(holdings(
                    "both", Stream.concat(here.stream(), there.stream()).toList()));
            one.addHoldings(holdings("here", here));
            two.addHoldings(holdings("there", there));
            one.export(TestingBundles.source("here"), temp.resolve("one.cdhcubes"));
            two.export(TestingBundles.source("there"), temp.resolve("two.cdhcubes"));
            assertTaken(into.take(temp.resolve("one.cdhcubes")));
            assertTaken(into.take(temp.resolve("two.cdhcubes")));
            assertThat(all(into)).isEqualTo(all(all));
            assertThat(into.customers().purchaseDays("clv"))
                    .isEqualTo(all.customers().purchaseDays("clv"));
        }
    }

    @Test
    void customersCanBeLeftOut() throws IOException {
        try (TestingBundles from = store("from")) {
            from.addHoldings(holdings("all", some()));
            Path bundle = temp.resolve("none.cdhcubes");
            assertThatThrownBy(() -> from.export(
                            new BundleSelection(List.of(), Optional.empty(), Optional.empty(), false, Optional.empty()),
                            bundle))
                    .hasMessage("there is nothing to export; import files first, or leave out fewer metrics and days");
            assertThat(bundle).doesNotExist();
        }
    }
}
