package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.read.TableOptionTexts;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.metric.Metrics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interaction history in CSV files and workbooks counts as the same rows in JSON do. */
class InteractionTablesTest {
    private static final String CONFIGURATION = TestingInteractions.configuration("\"Revenue\", \"Size\"", "")
            .replace("group_by = [\"Day\"]", "group_by = [\"Day\", \"Name\", \"Code\", \"Flag\"]");

    private static final List<String> NAMES = List.of(
            "pxInteractionID",
            "pySubjectID",
            "pxRank",
            "pyIssue",
            "pyGroup",
            "pyName",
            "pyOutcome",
            "pxDecisionTime",
            "pxOutcomeTime",
            "Code",
            "Flag",
            "Size",
            "Revenue");

    /** Numbers and truth values stand without quotes, as JSON has them. */
    private static final List<List<String>> ROWS = List.of(
            row("0012", "1.10", "Gold; \"X\", Müller|\t1", "Impression", "01T110000.000", "0012", "true", "1"),
            row("12", "1.1", "1.10", "Clicked", "01T235959.999", "12", "false", "25"),
            row("9007199254740993", "1,234", "1.1", "Impression", "02T110000.000", "x", "true", "-300000"),
            row("9007199254740992", "", "TRUE", "Clicked", "02T110000.000", "1.1", "false", "4"),
            row("-8123456789012345678", "(5)", "line 1\nline 2", "Impression", "03T110000.000", "1.10", "true", "5"));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temp;

    private static List<String> row(
            String id,
            String subject,
            String name,
            String outcome,
            String time,
            String code,
            String flag,
            String size) {
        String revenue = Integer.parseInt(size) % 2 == 0 ? size : size + ".25";
        String decided = "202403" + time.substring(0, 3) + "100000.000 GMT";
        return List.of(
                id,
                subject,
                "1",
                "Sales",
                "Cards",
                name,
                outcome,
                decided,
                "202403" + time + " GMT",
                code,
                flag,
                size,
                revenue);
    }

    private static boolean bare(String name) {
        return List.of("pxRank", "Flag", "Size", "Revenue").contains(name);
    }

    /** How a table is written. */
    private record Layout(
            Charset charset, boolean mark, char delimiter, boolean saysDelimiter, boolean titles, boolean allQuoted) {
        String text() {
            List<String> lines = new ArrayList<>();
            if (saysDelimiter) {
                lines.add("sep=" + delimiter);
            }
            if (titles) {
                lines.addAll(List.of("Interactions of March", ""));
            }
            lines.add(String.join(String.valueOf(delimiter), NAMES));
            ROWS.forEach(row -> lines.add(IntStream.range(0, NAMES.size())
                    .mapToObj(i -> value(NAMES.get(i), row.get(i)))
                    .collect(Collectors.joining(String.valueOf(delimiter)))));
            return (mark ? "\uFEFF" : "") + String.join("\r\n", lines) + "\r\n";
        }

        private String value(String name, String text) {
            String written = name.equals("Revenue") && delimiter == ';' ? text.replace('.', ',') : text;
            boolean needed = written.chars().anyMatch(symbol -> "\"\n\t;,|#".indexOf(symbol) >= 0);
            // An empty value in quotes is an empty text, as in JSON
            return needed || allQuoted || written.isEmpty() ? "\"" + written.replace("\"", "\"\"") + "\"" : written;
        }
    }

    /** All pairs of encoding and delimiter, each with other things around the values. */
    static List<Layout> layouts() {
        List<Layout> layouts = new ArrayList<>();
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"))) {
            for (char delimiter : new char[] {';', ',', '\t', '|'}) {
                int n = layouts.size();
                boolean mark = (n / 4 + n) % 2 == 0 && charset.name().startsWith("UTF");
                layouts.add(new Layout(charset, mark, delimiter, n % 3 == 0, n % 2 == 0, n % 5 < 2));
            }
        }
        return layouts;
    }

    private static String json() {
        return ROWS.stream()
                .map(row -> IntStream.range(0, NAMES.size())
                        .mapToObj(i -> JSON.createObjectNode().textNode(NAMES.get(i)) + ":"
                                + (bare(NAMES.get(i))
                                        ? row.get(i)
                                        : JSON.createObjectNode().textNode(row.get(i))))
                        .collect(Collectors.joining(",", "{", "}\n")))
                .collect(Collectors.joining());
    }

    private TestingStore store(String name) {
        return new TestingStore(temp.resolve("store-" + name), CONFIGURATION);
    }

    private static List<Object> answers(TestingStore store) {
        List<Object> answers = new ArrayList<>();
        Metrics.of(store.configuration())
                .forEach(metric -> answers.add(TestingAnswer.of(
                                store,
                                metric,
                                metric.name().equals("conversion") ? List.of() : List.of("Day", "Name", "Code", "Flag"))
                        .table()
                        .rows()));
        return answers;
    }

    private static List<String> reasons(ImportSummary summary) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String line : Files.readAllLines(summary.rejectedRows().orElseThrow())) {
            JsonNode row = JSON.readTree(line);
            reasons.add(row.get("row").asText() + " " + row.get("reason").asText());
        }
        return reasons;
    }

    private static FileSummary imported(TestingStore store, Path file, Map<String, String> options) {
        ImportSummary summary =
                store.add(new ImportRequest(List.of(file), false, false, TableOptionTexts.read(options)));
        FileSummary only = summary.files().get(0);
        assertThat(only.status()).as(only.toString()).isEqualTo(FileSummary.Status.IMPORTED);
        return only;
    }

    private List<Object> expected() throws IOException {
        try (TestingStore store = store("json")) {
            imported(store, Files.writeString(temp.resolve("rows.json"), json()), Map.of());
            return answers(store);
        }
    }

    @Test
    void aTableCountsAsTheSameRowsInJsonDo() throws IOException {
        List<Object> expected = expected();
        assertThat((List<?>) expected.get(0)).hasSize(ROWS.size());
        for (Layout layout : layouts()) {
            String name = "table" + layouts().indexOf(layout);
            Path file = Files.write(temp.resolve(name + ".csv"), layout.text().getBytes(layout.charset()));
            try (TestingStore store = store(name)) {
                FileSummary summary = imported(store, file, Map.of());
                assertThat(summary.kept()).as(layout + summary.toString()).isEqualTo(ROWS.size());
                assertThat(answers(store)).as(layout.toString()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aWorkbookCountsAsTheSameRowsInJsonDo() throws IOException {
        List<Object> expected = expected();
        StringBuilder rows = new StringBuilder(cells(NAMES.stream().map(InteractionTablesTest::text)));
        for (List<String> row : ROWS) {
            rows.append(cells(IntStream.range(0, NAMES.size()).mapToObj(i -> cell(NAMES.get(i), row.get(i)))));
        }
        Path file = temp.resolve("rows.xlsx");
        TestingWorkbook.write(file, TestingWorkbook.sheet(rows.toString()), TestingWorkbook.sheet(""));
        try (TestingStore store = store("workbook")) {
            assertThat(imported(store, file, Map.of("sheet", "Data")).kept()).isEqualTo(ROWS.size());
            assertThat(answers(store)).isEqualTo(expected);
        }
    }

    private static String cells(Stream<String> cells) {
        return cells.collect(Collectors.joining("", "<row>", "</row>"));
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
    }

    /** Times as days of the calendar, one of them without a format that says so. */
    private static String cell(String name, String value) {
        if (name.endsWith("Time")) {
            int day = 45_351 + Integer.parseInt(value.substring(6, 8));
            double seconds = Integer.parseInt(value.substring(9, 11)) * 3600
                    + Integer.parseInt(value.substring(11, 13)) * 60
                    + Double.parseDouble(value.substring(13, 19));
            return "<c" + (name.equals("pxOutcomeTime") ? " s=\"1\"" : "") + "><v>" + (day + seconds / 86_400)
                    + "</v></c>";
        }
        if (name.equals("Flag")) {
            return "<c t=\"b\"><v>" + (value.equals("true") ? 1 : 0) + "</v></c>";
        }
        return bare(name) ? "<c><v>" + value + "</v></c>" : text(value);
    }

    @Test
    void anUnclosedQuoteIsSaidWithItsLineAndWhatItTakes() throws IOException {
        String text = new Layout(StandardCharsets.UTF_8, false, ';', false, false, false).text();
        Path file = Files.writeString(temp.resolve("a.csv"), text + "13;\"open;1\n14;x;1\n");
        try (TestingStore store = store("quote")) {
            ImportSummary summary = store.add(file);
            assertThat(reasons(summary))
                    .containsExactly("6 a quote is opened in line 8 and not closed, so that it takes 2 lines, all up to"
                            + " the end of the file; close it, or say another quote");
            assertThat(summary.files().get(0).kept()).isEqualTo(ROWS.size());
        }
    }

    @Test
    void ofEqualNamesTheFirstIsKeptWhichIsSaid() throws IOException {
        String text = new Layout(StandardCharsets.UTF_8, false, '|', false, false, false).text();
        String twice = text.lines()
                .map(line -> line + (line.startsWith("pxI") ? "|PYNAME" : line.endsWith("line 1") ? "" : "|other"))
                .collect(Collectors.joining("\n"));
        try (TestingStore store = store("twice")) {
            List<Object> expected = expected();
            FileSummary file = imported(store, Files.writeString(temp.resolve("a.csv"), twice), Map.of());
            assertThat(file.message().orElse(""))
                    .contains("its header has \"pyName\" more than once; the first keeps the name, the others are"
                            + " numbered and count where it holds no value");
            assertThat(answers(store)).isEqualTo(expected);
        }
    }

    @Test
    void optionsSayHowATableIsRead() throws IOException {
        String text = new Layout(StandardCharsets.UTF_8, false, '#', false, false, false).text();
        Path file = Files.writeString(temp.resolve("a.csv"), "one#two\nthree#four\n" + text);
        try (TestingStore store = store("options")) {
            ImportSummary summary = store.add(new ImportRequest(
                    List.of(file), false, false, TableOptionTexts.read(Map.of("delimiter", "#", "header_row", "99"))));
            assertThat(summary.files().get(0).message())
                    .contains("a.csv: there is no row 99, which the option header_row names, and none behind it");
            imported(store, file, Map.of("delimiter", "#", "header_row", "3"));
            assertThat(answers(store)).isEqualTo(expected());
        }
    }
}
