package com.cdhdashboard.core.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around the values of a CSV file: its delimiter, titles, header and quotes. */
class CsvLayoutTest {
    private static final List<String> ROWS = List.of(
            "{\"Id\":\"H1\",\"Day\":\"2024-01-05\",\"Cost\":5}", "{\"Id\":\"H2\",\"Day\":\"2024-01-06\",\"Cost\":6}");

    private static final String TABLE = "Id;Day;Cost\nH1;2024-01-05;5\nH2;2024-01-06;6\n";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\uFEFFsep=;\n", "sep=;;;\n"})
    void aFirstLineMaySayTheDelimiter(String first) throws IOException {
        assertThat(TestingTable.csv(temp, first + TABLE, UTF_8).rows()).isEqualTo(ROWS);
        assertThat(TestingTable.csv(temp, first + TABLE, UTF_16LE).rows()).isEqualTo(ROWS);
        String odd = first.replace(';', ':') + TABLE.replace(';', ':');
        assertThat(TestingTable.csv(temp, odd, UTF_8).rows()).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u00A0", "\u202F", "\u3000"})
    void blanksAroundNamesAreNoneOfThem(String blank) throws IOException {
        String header = "Id" + blank + ";" + blank + "Day;" + blank + "Cost" + blank + "\n";
        assertThat(TestingTable.csv(temp, header + TABLE.substring(TABLE.indexOf('\n') + 1), "delimiter", ";")
                        .rows())
                .isEqualTo(ROWS);
    }

    @Test
    void titlesAboveTheHeaderArePassedOverAndSaid() throws IOException {
        TestingTable table = TestingTable.csv(temp, "Holdings of May\n\nmade by;Ann\n" + TABLE);
        assertThat(table.rows()).isEqualTo(ROWS);
        assertThat(table.notes())
                .containsExactly(
                        "read as CSV with the delimiter \";\", encoding utf-8, decimal \".\"",
                        "row 4 names the columns; 2 rows above it passed over, the first is \"Holdings of May\"");
        assertThat(TestingTable.csv(temp, "from;2024-01-01\n" + TABLE).rows()).isEqualTo(ROWS);
    }

    @Test
    void theRowOfTheNamesMayBeSaid() throws IOException {
        String text = "a;b;c\nd;e;f\n" + TABLE;
        assertThat(TestingTable.csv(temp, text, "header_row", "3").rows()).isEqualTo(ROWS);
        assertThatThrownBy(() -> TestingTable.csv(temp, text, "header_row", "9"))
                .isInstanceOf(UserException.class)
                .hasMessage("a.csv: there is no row 9, which the option header_row names, and none behind it");
        assertThatThrownBy(() -> TestingTable.csv(temp, "x\n\n" + TABLE, "header_row", "2"))
                .hasMessage("a.csv: row 2, which the option header_row names, holds nothing; the first row behind it"
                        + " that does is row 3");
    }

    @Test
    void aHeaderThatIsNotToBeToldIsRefused() {
        assertThatThrownBy(() -> TestingTable.csv(temp, "Report\nH1;2024-01-05;5\nH2;2024-01-06;6\n"))
                .hasMessage("a.csv: row 1 has 1 value, \"Report\", and row 2 has 3; say the row that names the columns"
                        + " by the option header_row, or by header that none does");
        assertThatThrownBy(() -> TestingTable.csv(temp, "Id;Day;Cost;\n;;once;monthly\nH1;2024-01-05;5;6\n"))
                .hasMessage("a.csv: the names of its columns stand in row 1 and row 2, as where cells are merged; say"
                        + " the row that names them by the option header_row, or write all names in one row");
    }

    @Test
    void aHeaderAsWideAsItsRowsIsTheFirstRow() throws IOException {
        assertThat(TestingTable.csv(temp, ";Name;City\n0;Bob;Rome\n1;Ann;Oslo\n")
                        .rows())
                .containsExactly(
                        "{\"Column1\":0,\"Name\":\"Bob\",\"City\":\"Rome\"}",
                        "{\"Column1\":1,\"Name\":\"Ann\",\"City\":\"Oslo\"}");
        assertThat(TestingTable.csv(temp, "Id;Day;Cost;Note\nH1;2024-01-05\nH2;2024-01-05\n")
                        .rows())
                .hasSize(2);
    }

    @Test
    void aQuoteNeverClosedIsSaidWithItsLine() throws IOException {
        assertThat(TestingTable.csv(temp, TABLE + "H3;\"2024-01-07;7\nH4;2024-01-08;8\nH5;2024-01-09;9\n")
                        .rows())
                .endsWith(
                        "[\"a quote is opened in line 4 and not closed, so that it takes 3 lines, all up to the end of"
                                + " the file; close it, or say another quote\",\"H3 |"
                                + " 2024-01-07;7\\nH4;2024-01-08;8\\nH5;2024-01-09;9\\n\"]");
        assertThat(TestingTable.csv(temp, TABLE + "H3;\"2024-01-07;7\nH4;\"2024-01-08;8\nH5;2024-01-09;9\n")
                        .rows())
                .element(2)
                .asString()
                .startsWith(
                        "[\"there is text after a closing quote; the quote is opened in line 4 and takes 2 lines\"");
    }

    @Test
    void manyEqualNamesAreNumberedInProportion() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            TestingTable table = TestingTable.csv(temp, "a,".repeat(16_000) + "a 2\n" + "x,".repeat(16_000) + "y\n");
            assertThat(table.rows().get(0))
                    .startsWith("{\"a\":\"x\",\"a 3\":\"x\",\"a 4\":\"x\"")
                    .endsWith("\"a 16001\":\"x\",\"a 2\":\"y\"}");
            assertThat(table.notes())
                    .contains(
                            "its header has \"a\" more than once; the first keeps the name, the others are numbered and"
                                    + " count where it holds no value");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            a;b;a  | ;1;x    | {"a":"x","b":1,"a 2":"x"}    | none
            a;b;A  | "";1;x  | {"a":"x","b":1,"A 2":"x"}    | none
            a;b;a  | y;1;    | {"a":"y","b":1}              | none
            a;b;a  | x;1;x   | {"a":"x","b":1,"a 2":"x"}    | none
            a;b;a  | y;1;x   | {"a":"y","b":1,"a 2":"x"}    | columns of the same name differ in 2 rows, first in row 2 ("y" and "x"); the first of them counts
            a;a;a  | ;y;x    | {"a":"y","a 2":"y","a 3":"x"} | columns of the same name differ in 2 rows, first in row 2 ("y" and "x"); the first of them counts
            """)
    void ofEqualNamesTheFirstTakesWhatItLacks(String header, String row, String json, @Nullable String note)
            throws IOException {
        TestingTable table = TestingTable.csv(temp, header + "\n" + row + "\n" + row + "\n");
        assertThat(table.rows()).hasSize(2).endsWith(json);
        assertThat(table.notes().stream()
                        .filter(some -> some.contains("differ"))
                        .findFirst())
                .isEqualTo(Optional.ofNullable(note));
    }
}
