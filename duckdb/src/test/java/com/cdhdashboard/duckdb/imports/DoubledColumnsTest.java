package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that stands several times in a file is one: by rows, side by side, or in the folder and in the file. */
class DoubledColumnsTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"
            hive_partitioning = true

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Channel"]
            scores = ["Count"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [ih.extensions]
            filter = ""
            columns = ""

            [ih.extensions.default_values]
            ModelControlGroup = "Test"
            """;

    @TempDir
    private Path temp;

    /** The file as it was read, and the number of rows by channel. */
    private record Read(FileSummary file, Map<String, Object> channels) {}

    private Read read(Path... paths) {
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            FileSummary file = store.add(paths).files().get(0);
            assertThat(file.kept()).as(file.toString()).isEqualTo(file.read());
            Metric metric = Metrics.of(store.configuration()).get(0);
            Map<String, Object> channels = new LinkedHashMap<>();
            for (TestingAnswer.Group group :
                    TestingAnswer.of(store, metric, List.of("Channel")).groups()) {
                channels.put(String.valueOf(group.dimensions().get(0)), String.valueOf(group.value("Count")));
            }
            return new Read(file, channels);
        }
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : "\"" + name + "\":\"" + value + "\"";
    }

    /** The rows hold the values of two columns, of each that there are; the others are plain. */
    private Path json(int before, String one, String other, List<String> values) throws IOException {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            fields.add("\"Filler\":" + i + "," + field(one, "Web"));
        }
        for (String pair : values) {
            String[] both = pair.split("/", -1);
            String first = field(one, both[0]);
            String second = field(other, both[1]);
            fields.add("\"Filler\":" + fields.size() + (first.isEmpty() ? "" : ",") + first
                    + (second.isEmpty() ? "" : ",") + second);
        }
        return TestingInteractions.json(temp.resolve("rows.json"), fields);
    }

    private static final String TWO =
            "columns \"%1$s\" and \"%2$s\" are one: \"%1$s\" counts, and \"%2$s\" where it holds no value; they ";

    @ParameterizedTest
    @CsvSource({
        "Channel, pyChannel, Channel, pyChannel, 0",
        "pyChannel, Channel, Channel, pyChannel, 0",
        "pyChannel, pxChannel, pxChannel, pyChannel, 0",
        "Channel, channel, Channel, channel, 0",
        "CHANNEL, Channel, Channel, CHANNEL, 0",
        "PYCHANNEL, pyChannel, pyChannel, PYCHANNEL, 0",
        "pyChannel, Channel, Channel, pyChannel, 1500",
        "CHANNEL, pychannel, CHANNEL, pychannel, 1500",
    })
    void rowsUnderDifferentNamesAreOfOneColumn(String one, String other, String taken, String next, int before)
            throws IOException {
        Read read = read(json(before, one, other, List.of("Web/", "/Mobile", "/Mobile")));
        assertThat(read.channels()).isEqualTo(Map.of("Web", String.valueOf(before + 1), "Mobile", "2"));
        assertThat(read.file().message()).hasValue(String.format(TWO, taken, next) + "never differ");
    }

    @ParameterizedTest
    @CsvSource({"Channel, pyChannel", "Channel, CHANNEL", "pxChannel, pyChannel"})
    void ofJsonRowsThatHoldBothTheFirstCounts(String one, String other) throws IOException {
        Read read = read(json(0, one, other, List.of("Web/Web", "Web/Mobile", "/Mail", "Web/Mail")));
        assertThat(read.channels()).isEqualTo(Map.of("Web", "3", "Mail", "1"));
        assertThat(read.file().message())
                .hasValue(String.format(TWO, one, other) + "differ in 2 rows, first in row 2 (\"Web\" and \"Mobile\")");
    }

    /** The engine writes no equal names, so the file is written with another of the same length. */
    private Path parquet(String one, String other, String first, String second) throws IOException {
        String placeholder = "Q".repeat(other.length());
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(one, first);
        columns.put(placeholder, second);
        Path file = TestingInteractions.parquet(temp.resolve("a.parquet"), 4, columns);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Files.writeString(file, bytes.replace(placeholder, other), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pyChannel | pyChannel | column "pyChannel" stands twice: the first counts, and the second where it holds no value; they%s
            Channel   | CHANNEL   | columns "Channel" and "CHANNEL" are one: "Channel" counts, and "CHANNEL" where it holds no value; they%s
            Channel   | pyChannel | columns "Channel" and "pyChannel" are one: "Channel" counts, and "pyChannel" where it holds no value; they%s
            """)
    void columnsOfParquetAreOne(String one, String other, String note) throws IOException {
        Path file = parquet(one, other, "CASE WHEN i < 2 THEN 'Web' END", "CASE WHEN i >= 2 THEN 'Mobile' END");
        Read apart = read(file);
        assertThat(apart.channels()).isEqualTo(Map.of("Web", "2", "Mobile", "2"));
        assertThat(apart.file().message()).hasValue(String.format(note, " never differ"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pyChannel | pyChannel | column "pyChannel" stands twice: the first counts, and the second where it holds no value; they%s
            Channel   | CHANNEL   | columns "Channel" and "CHANNEL" are one: "Channel" counts, and "CHANNEL" where it holds no value; they%s
            """)
    void ofParquetRowsThatHoldBothTheFirstCounts(String one, String other, String note) throws IOException {
        Path file =
                parquet(one, other, "CASE WHEN i < 3 THEN 'Web' END", "CASE WHEN i = 0 THEN 'Web' ELSE 'Mobile' END");
        Read differing = read(file);
        assertThat(differing.channels()).isEqualTo(Map.of("Web", "3", "Mobile", "1"));
        assertThat(differing.file().message())
                .hasValue(String.format(note, " differ in 2 rows, first in row 2 (\"Web\" and \"Mobile\")"));
    }

    /** One that is no number does not count and costs nothing, as long as the first is one. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "parquet"})
    void aValueThatDoesNotCountCostsNothing(String format) throws IOException {
        Path file = format.equals("json")
                ? TestingInteractions.json(
                        temp.resolve("rows.json"),
                        List.of(
                                "\"Filler\":1,\"Weight\":2,\"pyWeight\":\"gold\"",
                                "\"Filler\":2,\"pyWeight\":3",
                                "\"Filler\":3,\"pyWeight\":\"silver\""))
                : TestingInteractions.parquet(
                        temp.resolve("a.parquet"),
                        3,
                        Map.of(
                                "Weight",
                                "CASE WHEN i = 0 THEN 2 END",
                                "pyWeight",
                                "CASE i WHEN 0 THEN 'gold' WHEN 1 THEN '3' ELSE 'silver' END"));
        String configuration = TestingInteractions.configuration("\"Weight\"", "");
        try (TestingStore store = new TestingStore(temp.resolve("store"), configuration)) {
            FileSummary read = store.add(file).files().get(0);
            assertThat(List.of(read.read(), read.rejected())).containsExactly(3L, 1L);
            assertThat(read.message())
                    .hasValueSatisfying(message -> assertThat(message)
                            .startsWith(
                                    "columns \"Weight\" and \"pyWeight\" are one: \"Weight\" counts, and \"pyWeight\" where"
                                            + " it holds no value; they differ in 1 row, first in row 1 (\"2.0\" and \"gold\")")
                            .endsWith("row 3: value of column \"pyWeight\" is \"silver\", a number is expected"));
        }
    }

    /** A name with a number is not one that the engine gave. */
    @ParameterizedTest
    @CsvSource({"Channel_1", "Channel_2"})
    void aColumnThatIsCalledSoIsItsOwn(String other) throws IOException {
        Read read = read(parquet("Channel", other, "CASE WHEN i < 2 THEN 'Web' ELSE 'Mail' END", "{'a': i, 'b': [i]}"));
        assertThat(read.channels()).isEqualTo(Map.of("Web", "2", "Mail", "2"));
        assertThat(read.file().message()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            Channel=Web    | Channel   | CASE WHEN i = 0 THEN 'Web' ELSE 'Mail' END | column "Channel" contradicts the folder "Channel=Web" in 3 rows, first in row 2 ("Mail" and "Web"); the value of the file counts
            Channel=A%2FB  | pyChannel | CASE WHEN i = 3 THEN 'Mail' ELSE 'A/B' END | column "pyChannel" contradicts the folder "Channel=A/B" in 1 row, first in row 4 ("Mail" and "A/B"); the value of the file counts
            Channel=Web    | CHANNEL   | 'Web'                                      | none
            Day=2024-03-01 | Day       | DATE '2024-03-01'                          | none
            Day=2024-03-01 | Day       | DATE '2024-03-02'                          | column "Day" contradicts the folder "Day=2024-03-01" in 4 rows, first in row 1 ("2024-03-02" and "2024-03-01"); the value of the file counts
            Channel=Web    | Filler    | i                                          | none
            Size=01        | Size      | CAST(1 AS BIGINT)                          | none
            """)
    void aFolderThatContradictsItsFileIsSaid(String folder, String column, String value, @Nullable String note)
            throws IOException {
        Path file = Files.createDirectories(temp.resolve("in").resolve(folder)).resolve("part-0.parquet");
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(column, value);
        if (!folder.startsWith("Channel")) {
            columns.put("pyChannel", "'Web'");
        }
        TestingInteractions.parquet(file, 4, columns);
        assertThat(read(temp.resolve("in")).file().message()).isEqualTo(Optional.ofNullable(note));
    }
}
