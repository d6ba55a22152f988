package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workbooks and CSV files made to harm are refused in words, and leave nothing. */
class HostileTablesTest {
    private static final String HEADER = HoldingFiles.row(
            HoldingFiles.COLUMNS.stream().map(HoldingFiles::text).toList());

    @TempDir
    private Path temp;

    private static String row(String customer, String day, String valueCell) {
        return HoldingFiles.row(List.of(
                HoldingFiles.text(customer),
                HoldingFiles.text("A"),
                HoldingFiles.text("O" + customer),
                HoldingFiles.text(day),
                valueCell));
    }

    private static String good() {
        return row("C1", "2024-01-01", HoldingFiles.number("1"));
    }

    /** A workbook no spreadsheet program writes, and why it is refused. */
    private enum Attack {
        HUGE_TEXT(
                row("C".repeat(2 << 20), "2024-01-01", HoldingFiles.number("1")),
                "one of its texts has more than 1 MiB"),
        FAR_CELL("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "a cell stands further right than a sheet is wide"),
        ENTITIES("<!DOCTYPE x [<!ENTITY a \"b\">]>", "it declares entities, as no workbook does");

        private final String rows;
        private final String reason;

        Attack(String rows, String reason) {
            this.rows = rows;
            this.reason = reason;
        }
    }

    private ImportSummary add(Path... files) {
        try (TestingHoldings store = new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(""))) {
            ImportSummary summary = store.add(files);
            assertThat(store.folder().spool()).isEmptyDirectory();
            return summary;
        }
    }

    private Path harmless() throws IOException {
        Path file = temp.resolve("good.xlsx");
        TestingWorkbook.write(file, HEADER + good());
        return file;
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void aHarmfulWorkbookIsRefusedAndTheOthersAreRead(Attack attack) throws IOException {
        Path bad = temp.resolve("bad.xlsx");
        TestingWorkbook.write(bad, HEADER + attack.rows);
        ImportSummary summary = add(harmless(), bad);
        assertThat(summary.files().get(0).status()).isEqualTo(FileSummary.Status.FAILED);
        assertThat(summary.files().get(0).message())
                .hasValue("bad.xlsx: the workbook is not read, as " + attack.reason + ". Save it as CSV");
        assertThat(summary.files().get(1).kept()).isEqualTo(1);
    }

    @Test
    void aCutOffWorkbookIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(harmless());
        Path bad = Files.write(temp.resolve("bad.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        ImportSummary summary = add(harmless(), bad);
        assertThat(summary.files().get(0).status()).isEqualTo(FileSummary.Status.FAILED);
        assertThat(summary.files().get(0).message().orElseThrow()).startsWith("bad.xlsx: ");
    }

    @Test
    void aFormulaCountsByItsSavedValueAndAnErrorRejectsItsRow() throws IOException {
        Path file = temp.resolve("formulas.xlsx");
        TestingWorkbook.write(
                file,
                HEADER
                        + row("C1", "2024-01-01", "<c><f>1+1</f><v>2</v></c>")
                        + row("C2", "2024-01-01", "<c t=\"e\"><v>#DIV/0!</v></c>"));
        ImportSummary summary = add(file);
        assertThat(summary.files().get(0).kept()).isEqualTo(1);
        String rejected = new ObjectMapper()
                .readTree(Files.readString(summary.rejectedRows().orElseThrow()))
                .get("reason")
                .asText();
        assertThat(rejected).isEqualTo("the cell E3 of the sheet \"Data\" is in error: #DIV/0!");
    }

    @Test
    void aTableOfTooManyColumnsIsRefused() throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.csv"), "a,".repeat(20_000) + "b\n1\n");
        ImportSummary summary = add(harmless(), bad);
        assertThat(summary.files().get(0).message())
                .hasValue("bad.csv: its first row has more than 16384 columns, or one of a name longer than 500"
                        + " characters; is it a table?");
    }
}
