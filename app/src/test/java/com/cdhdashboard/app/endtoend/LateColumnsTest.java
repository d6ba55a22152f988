package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns and types that only later rows, files or imports show. */
class LateColumnsTest {
    @TempDir
    Path temporary;

    /** Files that are imported together, import after import. */
    private CaseStore imported(CaseStore store, List<List<Path>> imports) {
        for (List<Path> files : imports) {
            InstalledProgram.Outcome outcome = store.importing(files.toArray());
            assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        }
        return store;
    }

    private CaseStore store() {
        return CaseStore.in(temporary.resolve("data"));
    }

    @Test
    void aColumnThatBeginsLateCounts() {
        CaseStore store = imported(store(), List.of(List.of(TestData.path("cases", "03-late-key", "data.json.gz"))));
        JsonNode total = store.total("engagement");
        assertThat(total.get("Lift").asDouble()).isCloseTo(-0.9951338, within(5e-8));
        assertThat(total.get("Lift_Z_Score").asDouble()).isCloseTo(-26.0546322, within(5e-8));
    }

    @Test
    void fractionsAfterWholeNumbersAreKept() {
        CaseStore store = imported(store(), List.of(List.of(TestData.path("cases", "04-late-type", "data.json.gz"))));
        JsonNode total = store.total("descriptive", "--scores", "Propensity_Sum,Propensity_Max,Propensity_Count");
        assertThat(total.get("Propensity_Sum").asDouble()).isEqualTo(25);
        assertThat(total.get("Propensity_Max").asDouble()).isEqualTo(0.25);
        assertThat(total.get("Propensity_Count").asLong()).isEqualTo(20590);
    }

    static Stream<Arguments> orders() {
        Stream<List<String>> cases = Stream.of(
                List.of("05-db-uppercase", "ih_fact_extract.csv", "lower.ndjson", "6", "2"),
                List.of("44-big-ids", "numbers.json", "strings.json", "6", "3"),
                List.of("11-parquet-null-type", "day1.parquet", "day2.parquet", "3", ""));
        return cases.flatMap(names -> {
            Path one = TestData.path("cases", names.get(0), names.get(1));
            Path other = TestData.path("cases", names.get(0), names.get(2));
            return orders(one, other).map(imports -> Arguments.of(imports, names.get(3), names.get(4)));
        });
    }

    private static Stream<List<List<Path>>> orders(Path one, Path other) {
        return Stream.of(
                List.of(List.of(one), List.of(other)),
                List.of(List.of(other), List.of(one)),
                List.of(List.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void filesMeanTheSameTogetherAndOneByOne(List<List<Path>> imports, long count, String positives) {
        CaseStore store = imported(store(), imports);
        if (positives.isEmpty()) {
            assertThat(store.total("descriptive").get("Outcome_Count").asLong()).isEqualTo(count);
            assertThat(store.total("conversion").get("Revenue").asDouble()).isEqualTo(19.99);
            return;
        }
        JsonNode total = store.total("engagement");
        assertThat(total.get("Count").asLong()).isEqualTo(count);
        assertThat(total.get("Positives").asLong()).isEqualTo(Long.parseLong(positives));
    }

    static Stream<Arguments> typeOrders() {
        return Stream.of("52-int-then-double", "53-date-then-timestamp")
                .flatMap(name -> orders(
                                TestData.path("cases", name, "in", "a.parquet"),
                                TestData.path("cases", name, "in", "b.parquet"))
                        .map(imports -> Arguments.of(name, imports)));
    }

    @ParameterizedTest
    @MethodSource("typeOrders")
    void typesWidenInAnyOrder(String name, List<List<Path>> imports) {
        CaseStore store =
                imported(CaseStore.in(temporary.resolve("data"), TestData.path("cases", name, "c.toml")), imports);
        if (name.startsWith("52")) {
            assertThat(store.total("descriptive_v").get("Margin_Sum").asDouble())
                    .isCloseTo(16.1, within(1e-9));
        } else {
            assertThat(store.query("descriptive_v", "--group-by", "Day").toString())
                    .contains("\"ResponseTime_Max\":1.0");
        }
    }
}
