package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An id is the same whatever format it comes in, and as a number the same however that is written; texts stay as they are. */
class NumbersAsNamesTest {
    private static final String CONFIGURATION = TestingInteractions.configuration("\"Revenue\"", "");

    @TempDir
    private Path temp;

    private TestingStore store() {
        return new TestingStore(temp.resolve("store"), CONFIGURATION);
    }

    private FileSummary add(TestingStore store, TestingFormat format, String id) throws IOException {
        Path folder = Files.createTempDirectory(temp, "file");
        return store.add(format.interactions(folder, List.of(Map.of("pxInteractionID", id))))
                .files()
                .get(0);
    }

    private static final Map<String, String> NAMES = names();

    /** Names by what stands for them. */
    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("7", "7");
        names.put("-7.00", "-7");
        names.put("1e3", "1000");
        names.put("7.50", "7.5");
        names.put("9007199254740991", "9007199254740991");
        names.put("9007199254740993", "9007199254740993");
        names.put("-4800000000000000001", "-4800000000000000001");
        names.put("1e20", "100000000000000000000");
        names.put("\"007\"", "007");
        names.put("\"7.0\"", "7.0");
        names.put("\"1.50\"", "1.50");
        names.put("\"1e5\"", "1e5");
        names.put("\"9007199254740992\"", "9007199254740992");
        return names;
    }

    /** Those that a format tells: in CSV a number is a text, and a column of parquet has one type, so each is a file. */
    private static List<List<String>> files(TestingFormat format) {
        return switch (format) {
            case NDJSON, JSON, WORKBOOK -> List.of(List.copyOf(NAMES.keySet()));
            case CSV ->
                List.of(NAMES.keySet().stream()
                        .filter(id -> id.startsWith("\"") || NAMES.containsValue(id))
                        .toList());
            case PARQUET -> NAMES.keySet().stream().map(List::of).toList();
        };
    }

    @ParameterizedTest
    @EnumSource(TestingFormat.class)
    void isTheSameInteraction(TestingFormat format) throws IOException {
        List<Path> files = new ArrayList<>();
        long ids = 0;
        for (List<String> some : files(format)) {
            Path folder = Files.createDirectory(temp.resolve("file" + files.size()));
            ids += some.size();
            files.add(format.interactions(
                    folder,
                    some.stream()
                            .map(id -> Map.of("pxInteractionID", id, "Again", "1"))
                            .toList()));
        }
        try (TestingStore store = store()) {
            List<Map<String, String>> texts = NAMES.values().stream()
                    .map(name -> Map.of("pxInteractionID", '"' + name + '"'))
                    .toList();
            FileSummary first = store.add(
                            Files.move(TestingFormat.NDJSON.interactions(temp, texts), temp.resolve("first.json")))
                    .files()
                    .get(0);
            assertThat(first.kept()).isEqualTo(NAMES.size());
            assertThat(store.add(files.toArray(Path[]::new)).files().stream()
                            .mapToLong(FileSummary::repeated)
                            .sum())
                    .isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CAST(i + 9007199254740990 AS DOUBLE), 2 values, are",
        "CAST(i + 16777214 AS FLOAT), 2 values, are",
        "CAST(i + 9007199254740993 AS DOUBLE), 4 values, are",
        "CAST(i + 9007199254740989 AS DOUBLE), 1 value, is"
    })
    void tellsOfNumbersThatCannotTellAllIdsApart(String ids, String count, String be) {
        Path file = TestingInteractions.parquet(temp.resolve("a.parquet"), 4, Map.of("pxInteractionID", ids));
        try (TestingStore store = store()) {
            assertThat(store.add(file).files().get(0).message().orElse(""))
                    .contains(count + " of column \"pxInteractionID\" " + be
                            + " too large for the binary fraction that the file holds, so that ids may be alike that"
                            + " were not; export the column as text or as whole numbers");
        }
    }

    @ParameterizedTest
    @CsvSource({"BIGINT, 9007199254740993", "DOUBLE, 9007199254740988", "'DECIMAL(20, 0)', 9007199254740993"})
    void saysNothingOfNumbersThatCan(String type, String first) {
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"), 4, Map.of("pxInteractionID", "CAST(i + " + first + " AS " + type + ")"));
        try (TestingStore store = store()) {
            FileSummary read = store.add(file).files().get(0);
            assertThat(read.message()).isEmpty();
            assertThat(read.repeated()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1000000000000000, true", "999999999999999, false"})
    void tellsOfNumbersThatSpreadsheetsCut(String id, boolean cut) throws IOException {
        try (TestingStore store = store()) {
            assertThat(add(store, TestingFormat.WORKBOOK, id)
                            .message()
                            .orElse("")
                            .contains("1 number of column \"pxInteractionID\" has more than 15 digits, of which a"
                                    + " spreadsheet keeps no more, so that ids may be alike that were not; format the"
                                    + " column as text before it is filled"))
                    .isEqualTo(cut);
        }
    }

    /** An id that is not a number is none, and not one that all such rows share. */
    @ParameterizedTest
    @CsvSource({"'NaN'", "'Infinity'"})
    void notANumberIsNoId(String value) {
        Path file = TestingInteractions.parquet(
                temp.resolve("a.parquet"), 4, Map.of("pxInteractionID", "CAST('" + value + "' AS DOUBLE)"));
        try (TestingStore store = store()) {
            assertThat(store.add(file).files().get(0).repeated()).isZero();
        }
    }
}
