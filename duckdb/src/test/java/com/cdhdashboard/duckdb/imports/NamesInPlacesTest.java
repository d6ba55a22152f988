package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns under several names within one file: in members of an archive, in some rows, and twice in a row. */
class NamesInPlacesTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"
            ih_group_pattern = "(.*)"

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Name"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    @TempDir
    private Path temp;

    private static String row(int number, String outcome) {
        return "{\"pxInteractionID\":\"i" + number
                + "\",\"pyIssue\":\"I\",\"pyGroup\":\"G\",\"pyName\":\"N\",\"pxRank\":1,"
                + "\"pyOutcome\":\"" + outcome + "\",\"pxOutcomeTime\":\"20240301T110000.000 GMT\","
                + "\"pxDecisionTime\":\"20240301T110000.000 GMT\",\"ModelControlGroup\":\"Test\"}\n";
    }

    static Stream<Arguments> otherNames() {
        UnaryOperator<String> exact = rows -> rows;
        return Stream.of(
                Arguments.of("as in the first member", exact),
                Arguments.of(
                        "another prefix", (UnaryOperator<String>) rows -> rows.replaceAll("\"p[xy]([A-Z])", "\"pz$1")),
                Arguments.of("no prefix", (UnaryOperator<String>) rows -> rows.replaceAll("\"p[xy]([A-Z])", "\"$1")),
                Arguments.of("one key without prefix", (UnaryOperator<String>)
                        rows -> rows.replace("\"pxInteractionID\"", "\"InteractionID\"")),
                Arguments.of("capitals", (UnaryOperator<String>) NamesInPlacesTest::capitals),
                Arguments.of(
                        "another order", (UnaryOperator<String>) rows -> rows.replace("{\"px", "{\"Extra\":1,\"px")));
    }

    private static String capitals(String rows) {
        return Pattern.compile("\"p[xy]\\w+\"")
                .matcher(rows)
                .replaceAll(key -> key.group().toUpperCase(Locale.ROOT));
    }

    /** The second member holds the click of an impression of the first. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("otherNames")
    void eachMemberOfAnArchiveIsNamedByItself(String name, UnaryOperator<String> renamed) throws IOException {
        Path archive = temp.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            member(zip, "a.json", row(1, "Impression") + row(2, "Impression"));
            member(zip, "b.json", renamed.apply(row(1, "Clicked") + row(3, "Impression")));
            member(zip, "c.json", row(4, "Clicked"));
        }
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = store.add(archive);
            assertThat(summary.complete()).as(summary.files().toString()).isTrue();
            assertThat(summary.notes()).noneMatch(note -> note.contains("are one"));
            Metric metric = Metrics.of(store.configuration()).get(0);
            TestingAnswer.Group all =
                    TestingAnswer.of(store, metric, List.of("Name")).group("N");
            all.assertCount("Count", 4);
            all.assertCount("Positives", 2);
        }
    }

    private static void member(ZipOutputStream zip, String name, String rows) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(rows.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @ParameterizedTest
    @CsvSource({"0", "20000"})
    void aNameTwiceIsSaidHoweverLateItComes(int before) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < before; i++) {
            rows.append(row(i, "Impression"));
        }
        rows.append(row(before, "Impression").replace("}", ",\"pyName\":\"Last\"}"));
        rows.append(row(before + 1, "Impression").replace("}", ",\"pxName\":\"Other\",\"pyname\":\"Third\"}"));
        Path file = Files.writeString(temp.resolve("rows.json"), rows);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary = store.add(file);
            assertThat(summary.notes())
                    .contains(
                            "column \"pyName\" stands twice in a row, first found in \"rows.json\"; the last value of such"
                                    + " a row counts");
            String first =
                    " where it holds no value; they differ in 1 row, first in row " + (before + 2) + " (\"Other\" and ";
            assertThat(summary.files().get(0).message())
                    .hasValue("columns \"pxName\" and \"pyName\" are one: \"pxName\" counts, and \"pyName\"" + first
                            + "\"N\"); columns \"pxName\" and \"pyname\" are one: \"pxName\" counts, and \"pyname\""
                            + first
                            + "\"Third\")");
        }
    }
}
