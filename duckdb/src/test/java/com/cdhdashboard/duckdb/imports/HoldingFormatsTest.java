package com.cdhdashboard.duckdb.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.read.TableOptionTexts;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.duckdb.imports.HoldingFiles.Dates;
import com.cdhdashboard.duckdb.imports.HoldingFiles.Holding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same holdings give the same customers, in whatever format they come. */
class HoldingFormatsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Holding> HOLDINGS = HoldingFiles.some();
    private static final String END = "observation_end = \"2024-01-31\"\n";

    @TempDir
    private Path temp;

    /** A way to write holdings. */
    private enum Form {
        NDJSON,
        ZIP,
        GZIP,
        ARRAY,
        PARQUET,
        CSV,
        CSV_IN_ZIP,
        CSV_SEMICOLON,
        CSV_TAB_UTF_16LE,
        CSV_UTF_16BE_WITHOUT_MARK,
        XLSX_DATES,
        XLSX_SERIALS,
        XLSX_TEXTS,
        XLSX_IN_ZIP;

        Path write(Path folder) throws IOException {
            Path file = Files.createDirectories(folder).resolve("holdings.data");
            byte[] lines = HoldingFiles.ndjson(HOLDINGS);
            switch (this) {
                case NDJSON -> Files.write(file, lines);
                case ZIP -> HoldingFiles.zip(file, "data.json", lines);
                case GZIP -> HoldingFiles.gzip(file, lines);
                case ARRAY -> HoldingFiles.array(file, HOLDINGS);
                case PARQUET -> HoldingFiles.parquet(file, Files.write(folder.resolve("lines"), lines));
                case CSV -> Files.write(file, HoldingFiles.csv(HOLDINGS, ',', '.', UTF_8, ""));
                case CSV_IN_ZIP ->
                    HoldingFiles.zip(file, "a/b.csv", HoldingFiles.csv(HOLDINGS, ',', '.', UTF_8, "\uFEFF"));
                case CSV_SEMICOLON -> Files.write(file, HoldingFiles.csv(HOLDINGS, ';', ',', WINDOWS, ""));
                case CSV_TAB_UTF_16LE -> Files.write(file, HoldingFiles.csv(HOLDINGS, '\t', '.', UTF_16LE, "\uFEFF"));
                case CSV_UTF_16BE_WITHOUT_MARK -> Files.write(file, HoldingFiles.csv(HOLDINGS, ',', '.', UTF_16BE, ""));
                case XLSX_DATES -> HoldingFiles.workbook(file, HOLDINGS, Dates.FORMATTED);
                case XLSX_SERIALS -> HoldingFiles.workbook(file, HOLDINGS, Dates.SERIAL);
                case XLSX_TEXTS -> HoldingFiles.workbook(file, HOLDINGS, Dates.TEXT);
                case XLSX_IN_ZIP -> {
                    Path inner = folder.resolve("inner.xlsx");
                    HoldingFiles.workbook(inner, HOLDINGS, Dates.FORMATTED);
                    HoldingFiles.zip(file, "inner.xlsx", Files.readAllBytes(inner));
                }
            }
            return file;
        }
    }

    private TestingHoldings store(String name) {
        return new TestingHoldings(temp.resolve("store-" + name), TestingHoldings.configuration(END));
    }

    private List<?> customers(String name, Path... files) {
        try (TestingHoldings store = store(name)) {
            ImportSummary summary = store.add(files);
            assertThat(summary.files()).allSatisfy(file -> {
                assertThat(file.message().orElse("")).doesNotContain("damaged");
                assertThat(file.status()).isEqualTo(FileSummary.Status.IMPORTED);
                assertThat(file.rejected()).isZero();
            });
            return store.all().rows();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormatGivesTheSameCustomers(Form form) throws IOException {
        List<?> expected = customers("json", Form.NDJSON.write(temp.resolve("json")));
        assertThat(expected).hasSize(70);
        assertThat(customers("form", form.write(temp.resolve("form")))).isEqualTo(expected);
    }

    @Test
    void filesOfSeveralFormatsAddUpToOneLog() throws IOException {
        List<?> expected = customers("json", Form.NDJSON.write(temp.resolve("json")));
        Path folder = Files.createDirectories(temp.resolve("mixed"));
        Files.write(folder.resolve("a"), HoldingFiles.ndjson(HOLDINGS.subList(0, 100)));
        Files.write(folder.resolve("b"), HoldingFiles.csv(HOLDINGS.subList(100, 200), ';', ',', WINDOWS, ""));
        HoldingFiles.workbook(folder.resolve("c"), HOLDINGS.subList(200, 300), Dates.SERIAL);
        assertThat(customers("mixed", folder)).isEqualTo(expected);
        try (TestingHoldings store = store("one by one")) {
            for (String name : List.of("c", "b", "a", "b")) {
                assertThat(store.add(folder.resolve(name)).complete()).isTrue();
            }
            assertThat(store.all().rows()).isEqualTo(expected);
            assertThat(store.published().loaded().rows()).isEqualTo(300);
        }
    }

    @Test
    void aWrongGuessIsOverriddenAndReadAgain() throws IOException {
        Path file = temp.resolve("parted-by-colons.txt");
        String text = new String(HoldingFiles.csv(HOLDINGS, '\t', '.', UTF_8, ""), UTF_8);
        Files.writeString(file, text.replace('\t', ':'));
        List<?> expected = customers("json", Form.NDJSON.write(temp.resolve("json")));
        try (TestingHoldings store = store("colons")) {
            FileSummary refused = store.add(new ImportRequest(List.of(file), true, false))
                    .files()
                    .get(0);
            assertThat(refused.status()).isEqualTo(FileSummary.Status.FAILED);
        }
        try (TestingHoldings store = store("told")) {
            ImportRequest told =
                    new ImportRequest(List.of(file), true, false, TableOptionTexts.read(Map.of("delimiter", ":")));
            assertThat(store.add(told).files().get(0).message())
                    .hasValue("read as CSV with the delimiter \":\", encoding utf-8, decimal \".\"");
            assertThat(store.all().rows()).isEqualTo(expected);
            assertThat(store.add(told).files().get(0).status()).isEqualTo(FileSummary.Status.IMPORTED);
            assertThat(store.all().rows()).isEqualTo(expected);
        }
    }

    @Test
    void aSheetIsChosenByName() throws IOException {
        Path file = temp.resolve("two-sheets.xlsx");
        StringBuilder rows = new StringBuilder(HoldingFiles.row(
                HoldingFiles.COLUMNS.stream().map(HoldingFiles::text).toList()));
        HOLDINGS.forEach(holding -> rows.append(HoldingFiles.row(
                holding.values().stream().map(HoldingFiles::text).toList())));
        TestingWorkbook.write(file, TestingWorkbook.sheet(""), TestingWorkbook.sheet(rows.toString()));
        List<?> expected = customers("json", Form.NDJSON.write(temp.resolve("json")));
        try (TestingHoldings store = store("sheet")) {
            ImportRequest named =
                    new ImportRequest(List.of(file), false, false, TableOptionTexts.read(Map.of("sheet", "Other")));
            assertThat(store.add(named).files().get(0).message()).hasValue("of 2 sheets the sheet \"Other\" was read");
            assertThat(store.all().rows()).isEqualTo(expected);
        }
    }
}
