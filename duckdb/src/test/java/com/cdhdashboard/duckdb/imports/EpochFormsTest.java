package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers since 1970 are the same times with a fraction, an exponent or quotes, in whatever format. */
class EpochFormsTest {
    private static final String CONFIGURATION = TestingInteractions.configuration("\"ResponseTime\"", "");

    @TempDir
    private Path temp;

    /** With the seconds since the midnight of the first of March 2024. */
    private static final Map<String, Long> TIMES = new TreeMap<>(Map.of(
            "1709294400", 43_200L,
            "1709294401.0", 43_201L,
            "1709294402.999999", 43_202L,
            "1.709294403e9", 43_203L,
            "1709294404123.0", 43_204L,
            "1709294405999.9", 43_205L,
            "1709294406123456", 43_206L,
            "1.709294407123456e15", 43_207L));

    /** In the order of their rows. */
    private static final Map<String, String> OTHERS = new TreeMap<>(Map.of(
            "-2208988801.0", "is 1899-12-31 23:59:59, a year from 1900 to 2200 is expected",
            "1e40", "a time such as 20210127T132203.201 GMT is expected",
            "20240301120000.0", "a time such as 20210127T132203.201 GMT is expected",
            "9999999999.0", "is 2286-11-20 17:46:39, a year from 1900 to 2200 is expected"));

    static Stream<Arguments> forms() {
        return Stream.of(TestingFormat.values())
                .flatMap(format -> Stream.of(Arguments.of(format, ""), Arguments.of(format, "\"")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isTheSameTimeOrRejectedWithAReason(TestingFormat format, String quote) throws IOException {
        List<Map<String, String>> rows = Stream.concat(TIMES.keySet().stream(), OTHERS.keySet().stream())
                .map(time ->
                        Map.of("pxDecisionTime", "\"2024-03-01T00:00:00Z\"", "pxOutcomeTime", quote + time + quote))
                .toList();
        Path file = format.interactions(temp, rows);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = store.add(file);
            assertThat(summary.files().get(0).kept()).isEqualTo(TIMES.size());
            assertThat(TestingAnswer.of(store, Metrics.of(store.configuration()).get(2), List.of())
                            .group()
                            .value("ResponseTime_Sum"))
                    .isEqualTo((double)
                            TIMES.values().stream().mapToLong(Long::longValue).sum());
            List<String> rejected = Files.readAllLines(summary.rejectedRows().orElseThrow());
            assertThat(rejected).hasSize(OTHERS.size());
            OTHERS.values().forEach(reason -> assertThat(rejected).anyMatch(row -> row.contains(reason)));
        }
    }
}
