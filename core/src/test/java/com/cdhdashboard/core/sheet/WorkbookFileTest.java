package com.cdhdashboard.core.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.sheet.TestingTable.Sheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells, sheets and calendars of a workbook are read as. */
class WorkbookFileTest {
    private static final String HEADER = TestingTable.texts("Id", "Day", "Cost");

    @TempDir
    private Path temp;

    private TestingTable read(String properties, String rows, String... options) throws IOException {
        return TestingTable.workbook(
                TestingTable.write(temp.resolve("a.xlsx"), properties, List.of(new Sheet("S", "", rows))), options);
    }

    private String cell(String cell) throws IOException {
        return read("", HEADER + "<row><c t=\"str\"><v>x</v></c><c/>" + cell + "</row>")
                .rows()
                .get(0);
    }

    private static Sheet sheet(String name, String state) {
        return new Sheet(name, state, HEADER + TestingTable.texts(name, "2024-01-01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<c><v>12.5</v></c>|12.5",
                "<c><v>12.300000000000001</v></c>|12.3",
                "<c><v>1E2</v></c>|100",
                "<c t=\"n\"><v> 7 </v></c>|7",
                "<c t=\"str\"><v>007</v></c>|\"007\"",
                "<c t=\"b\"><v>1</v></c>|true",
                "<c t=\"b\"><v>false</v></c>|false",
                "<c t=\"d\"><v>2024-03-01T10:00:00</v></c>|\"2024-03-01T10:00:00\"",
                "<c s=\"1\"><v>45352</v></c>|\"2024-03-01T00:00\"",
                "<c s=\"1\"><v>45356.999988425923</v></c>|\"2024-03-05T23:59:59\"",
                "<c s=\"1\"><v>45356.99999999</v></c>|\"2024-03-05T23:59:59.999136\"",
                "<c s=\"1\"><v>59</v></c>|\"1900-02-28T00:00\"",
                "<c s=\"1\"><v>61</v></c>|\"1900-03-01T00:00\"",
                "<c s=\"9\"><v>5</v></c>|5",
                "<c><f>1+1</f><v>2</v></c>|2",
                "<c s=\"1\"><f>A1</f><v>45352</v></c>|\"2024-03-01T00:00\"",
                "<c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh><r><t>c</t></r></is></c>|\"ac\"",
            })
    void aCellIsReadAsItIsMeant(String cell, String expected) throws IOException {
        assertThat(cell(cell)).isEqualTo("{\"Id\":\"x\",\"Day\":null,\"Cost\":" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<c><f>1+1</f></c>|holds a formula whose value was not saved with it; open the workbook in a spreadsheet"
                        + " program and save it there",
                "<c><f>1+1</f><v/></c>|holds a formula whose value was not saved with it; open the workbook in a"
                        + " spreadsheet program and save it there",
                "<c t=\"e\"><v>#REF!</v></c>|is in error: #REF!",
                "<c t=\"s\"><v>5</v></c>|points to the text 5, which the workbook does not have; it is damaged",
                "<c t=\"q\"><v>5</v></c>|is of the unknown type \\\"q\\\"",
                "<c t=\"b\"><v>7</v></c>|is a truth value and holds \\\"7\\\"",
                "<c><v>4x</v></c>|is a number and holds \\\"4x\\\"",
                "<c s=\"1\"><v>-5</v></c>|is formatted as a date, and -5 is no day from 1900 to 9999; mend its format or"
                        + " its value",
            })
    void aCellThatCannotBeReadRejectsItsRow(String cell, String expected) throws IOException {
        assertThat(cell(cell)).startsWith("[\"the cell C2 of the sheet \\\"S\\\" " + expected + "\"");
    }

    @Test
    void aFormulaOfAnEmptyTextIsNoValue() throws IOException {
        assertThat(cell("<c t=\"str\"><f>A1</f><v></v></c>")).isEqualTo("{\"Id\":\"x\",\"Day\":null,\"Cost\":null}");
    }

    @Test
    void aNumberOfManyDigitsEndsQuickly() {
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(cell("<c><v>" + "7".repeat(300_000) + "</v></c>"))
                        .startsWith("[\"the cell C2 of the sheet \\\"S\\\" holds a number of 300000 digits, more than"
                                + " 100\""));
    }

    @ParameterizedTest
    @CsvSource({
        "'',2024-03-01T12:00",
        "date1904=\"0\",2024-03-01T12:00",
        "date1904=\"1\",2028-03-02T12:00",
        "date1904=\"true\",2028-03-02T12:00"
    })
    void aBareNumberInAColumnOfDaysCountsByTheCalendarAsAFormattedOneDoes(String properties, String expected)
            throws IOException {
        String rows = HEADER + "<row><c t=\"str\"><v>x</v></c><c><v>45352.5</v></c><c><v>45352.5</v></c></row>"
                + "<row><c t=\"str\"><v>x</v></c><c s=\"1\"><v>45352.5</v></c></row>"
                + "<row><c t=\"str\"><v>x</v></c><c><v>1611753723201</v></c></row>";
        assertThat(read(properties, rows).rows())
                .containsExactly(
                        "{\"Id\":\"x\",\"Day\":\"" + expected + "\",\"Cost\":45352.5}",
                        "{\"Id\":\"x\",\"Day\":\"" + expected + "\"}",
                        "{\"Id\":\"x\",\"Day\":1611753723201}");
    }

    @Test
    void textsThatAreNumbersAreReadAsTheirColumnIs() throws IOException {
        String rows = HEADER
                + TestingTable.texts("x", "", "1.000")
                + TestingTable.texts("x", "", "1.111,11")
                + TestingTable.texts("x", "", "12,50-");
        assertThat(read("", rows).rows())
                .extracting(row -> row.substring(row.indexOf("Cost")))
                .containsExactly("Cost\":\"1000\"}", "Cost\":\"1111.11\"}", "Cost\":\"-12.50\"}");
    }

    @Test
    void aHiddenFirstSheetIsPassedOverAndSaid() throws IOException {
        Path file = TestingTable.write(
                temp.resolve("a.xlsx"),
                "",
                List.of(sheet("Old", "state=\"hidden\""), sheet("New", ""), sheet("Z", "")));
        TestingTable table = TestingTable.workbook(file);
        assertThat(table.rows()).containsExactly("{\"Id\":\"New\",\"Day\":\"2024-01-01\",\"Cost\":null}");
        assertThat(table.notes()).containsExactly("of 3 sheets the sheet \"New\" was read; hidden: \"Old\"");
        assertThat(TestingTable.workbook(file, "sheet", "Old").rows())
                .hasSize(1)
                .first()
                .asString()
                .contains("Old");
        assertThatThrownBy(() -> TestingTable.workbook(file, "sheet", "old"))
                .isInstanceOf(UserException.class)
                .hasMessage("a.xlsx: there is no sheet \"old\"; its sheets are \"Old\", \"New\", \"Z\"");
    }

    @Test
    void titlesAndMergedHeadersAreRecognisedOrRefused() throws IOException {
        String values = "<row r=\"7\"><c r=\"A7\" t=\"str\"><v>H1</v></c><c r=\"B7\" s=\"1\"><v>45352</v></c><c"
                + " r=\"C7\"><v>5</v></c></row>";
        String expected = "{\"Id\":\"H1\",\"Day\":\"2024-03-01T00:00\",\"Cost\":5}";
        TestingTable titled = read("", TestingTable.texts("Report") + TestingTable.texts("", "") + HEADER + values);
        assertThat(titled.rows()).containsExactly(expected);
        assertThat(titled.notes())
                .containsExactly("row 3 names the columns; 1 row above it passed over, the first is \"Report\"");
        assertThat(read("", TestingTable.texts("Holding", "", "") + HEADER + values)
                        .rows())
                .containsExactly(expected);
        assertThatThrownBy(() ->
                        read("", TestingTable.texts("Id", "When", "") + TestingTable.texts("", "", "Cost") + values))
                .hasMessage("a.xlsx: sheet \"S\": the names of its columns stand in row 1 and row 2, as where cells are"
                        + " merged; say the row that names them by the option header_row, or write all names in one"
                        + " row");
        assertThat(read("", TestingTable.texts("x", "y", "z") + HEADER + values, "header_row", "2")
                        .rows())
                .containsExactly(expected);
    }

    @Test
    void whateverByteIsDamagedTheFileIsRefusedOrItsRowsAreRejected() throws IOException {
        Path sound = TestingTable.write(temp.resolve("a.xlsx"), "", List.of(sheet("S", "")));
        byte[] bytes = Files.readAllBytes(sound);
        List<String> expected = TestingTable.workbook(sound).rows();
        Random random = new Random(20_260_101);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(temp.resolve("b.xlsx"), damaged);
            try {
                assertThat(TestingTable.workbook(file).rows()).isEqualTo(expected);
            } catch (UserException | IOException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void whateverLetterOfASheetIsWrongTheReaderEnds() throws IOException {
        String rows = HEADER + "<row r=\"2\" spans=\"1:3\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>45352"
                + "</v></c><c r=\"C2\"><f t=\"shared\" si=\"0\">A1*2</f><v>5</v></c></row>";
        Random random = new Random(20_260_102);
        for (int i = 0; i < 300; i++) {
            byte[] text = rows.getBytes(StandardCharsets.US_ASCII);
            text[random.nextInt(text.length)] = (byte) (' ' + random.nextInt(95));
            String damaged = new String(text, StandardCharsets.US_ASCII);
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
                try {
                    read("", damaged);
                } catch (UserException e) {
                    assertThat(e).hasMessageStartingWith("a.xlsx: ");
                }
            });
        }
    }
}
