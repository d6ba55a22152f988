package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file without rows says so by its name, alone and beside others; nothing of it is called imported. */
class NoRowsTest {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("nothing.json", ""),
            Map.entry("blank.ndjson", "\n \r\n"),
            Map.entry("list.json", "[]"),
            Map.entry("spaced.json", " [ \n ] "),
            Map.entry("object.json", "{}"),
            Map.entry("wrapper.json", "{\"pxResults\":[]}"),
            Map.entry(
                    "counted.json", "{\n\"pxObjClass\":\"Code-Pega-List\",\"pxResultCount\":0,\"pxResults\": [ ]\n}\n"),
            Map.entry("header.csv", "pxInteractionID;pyOutcome;pxOutcomeTime\n"));

    private static final String CONFIGURATION = TestingInteractions.configuration("", "");

    @TempDir
    private Path temp;

    private List<Path> files() throws IOException {
        for (Map.Entry<String, String> text : TEXTS.entrySet()) {
            Files.writeString(temp.resolve(text.getKey()), text.getValue());
        }
        TestingInteractions.parquet(temp.resolve("typed.parquet"), 0, Map.of());
        TestingWorkbook.write(
                temp.resolve("sheet.xlsx"),
                "<row><c t=\"inlineStr\"><is><t>pxInteractionID</t></is></c><c t=\"inlineStr\"><is><t>pyOutcome</t></is>"
                        + "</c></row>");
        try (Stream<Path> all = Files.list(temp)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void isSaidByNameAndNotCalledImported() throws IOException {
        for (Path file : files()) {
            try (TestingStore store = new TestingStore(temp.resolve("of " + file.getFileName()), CONFIGURATION)) {
                ImportSummary summary = store.add(file);
                assertThat(summary.outcome()).as(file.toString()).isEqualTo(ImportSummary.Outcome.NOTHING);
                FileSummary only = summary.files().get(0);
                assertThat(only.status().counts()).isFalse();
                assertThat(only.message().orElse("")).as(file.toString()).matches("(?s).*(there are|holds) no rows.*");
            }
        }
    }

    @Test
    void isSaidBesideAFileWithRows() throws IOException {
        List<Path> files = files();
        Path good = TestingFormat.NDJSON.interactions(Files.createDirectory(temp.resolve("good")), List.of(Map.of()));
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            ImportSummary summary =
                    store.add(Stream.concat(files.stream(), Stream.of(good)).toArray(Path[]::new));
            assertThat(summary.outcome()).isEqualTo(ImportSummary.Outcome.PARTLY);
            List<FileSummary> empty = summary.files().stream()
                    .filter(file -> file.status() != FileSummary.Status.IMPORTED)
                    .filter(file -> file.status() != FileSummary.Status.UNCHANGED)
                    .toList();
            assertThat(empty).hasSize(files.size());
            assertThat(empty)
                    .allMatch(file -> file.status() == FileSummary.Status.EMPTY
                            && file.message().orElse("").endsWith("it holds no rows"));
        }
    }

    /** Neither are rows: what else an object holds tells what it is. */
    @Test
    void anObjectOfOtherDataStaysOne() throws IOException {
        Path other = Files.writeString(temp.resolve("package.json"), "{\"name\":\"x\",\"parts\":[]}");
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            assertThat(store.add(other).files().get(0).message())
                    .contains("it holds other data than interaction history: at least two of its columns should be"
                            + " InteractionID, Outcome, OutcomeTime; found: \"name\", \"parts\"");
        }
    }
}
