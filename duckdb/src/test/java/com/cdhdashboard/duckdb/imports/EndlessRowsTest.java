package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows with endless keys, depths or numbers: they count or are rejected with a reason, soon, and those beside them count. */
@Timeout(60)
class EndlessRowsTest {
    private static final int KEYS = 16_000;

    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "*.json"

            [ih.extensions]
            filter = "pl.col('Channel') != 'Fax'"

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["Count"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    private static final String NUMBER = "a number of more than 1000 characters";
    private static final String DEPTH = "nested deeper than 100 levels";

    @TempDir
    private Path temp;

    private static String row(int number, String more) {
        return "{\"pxInteractionID\":\"" + number
                + "\",\"pyIssue\":\"I\",\"pyGroup\":\"G\",\"pyName\":\"N\",\"pxRank\":1,"
                + "\"ModelControlGroup\":\"Test\",\"pyChannel\":\"Web\",\"pyOutcome\":\"Impression\","
                + "\"pxOutcomeTime\":\"20240301T110000.000 GMT\"" + more + "}\n";
    }

    private static String keys(String key) {
        return IntStream.range(0, KEYS)
                .mapToObj(i -> ",\"" + key.replace("#", String.valueOf(i)) + "\":" + i)
                .collect(Collectors.joining());
    }

    /** What the second of three rows has besides, and why it is rejected; empty where it counts. */
    private static Map<String, Optional<String>> rows() {
        Map<String, Optional<String>> rows = new LinkedHashMap<>();
        rows.put(keys("k"), Optional.empty());
        rows.put(keys("k#"), Optional.empty());
        rows.put(",\"pyChannel\":\"Fax\"".repeat(KEYS) + ",\"pyChannel\":\"Web\"", Optional.empty());
        rows.put(",\"n\":" + "[".repeat(10_000) + "]".repeat(10_000), Optional.empty());
        rows.put(",\"n\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), Optional.empty());
        rows.put(",\"pyChannel\":" + "[".repeat(10_000) + "]".repeat(10_000), Optional.of(DEPTH));
        rows.put(",\"n\":" + "9".repeat(300_000), Optional.empty());
        for (String column : List.of("pxRank", "pxInteractionID", "pyChannel", "pxOutcomeTime")) {
            rows.put(",\"" + column + "\":" + "9".repeat(300_000), Optional.of(NUMBER));
        }
        rows.put(
                ",\"" + "n".repeat(60_000) + "\":1,\"pxRank\":\"first\"",
                Optional.of("a name of more than 50000 characters"));
        return rows;
    }

    @Test
    void eachCountsOrIsRejectedWithItsReason() throws IOException {
        Path exports = Files.createDirectories(temp.resolve("exports"));
        List<Optional<String>> expected = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> odd : rows().entrySet()) {
            int first = 3 * expected.size();
            Files.writeString(
                    exports.resolve((char) ('a' + expected.size()) + ".json"),
                    row(first, "") + row(first + 1, odd.getKey()) + row(first + 2, ""));
            expected.add(odd.getValue().map(reason -> "the first rejected, row 2: " + reason));
        }
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = store.add(exports);
            assertThat(summary.files()).extracting(FileSummary::message).isEqualTo(expected);
            assertThat(summary.files())
                    .extracting(FileSummary::kept)
                    .isEqualTo(expected.stream()
                            .map(reason -> reason.isEmpty() ? 3L : 2L)
                            .toList());
        }
    }
}
