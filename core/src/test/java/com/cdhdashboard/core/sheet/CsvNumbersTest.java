package com.cdhdashboard.core.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the numbers of a column are read: all of its values decide together. */
class CsvNumbersTest {
    @TempDir
    private Path temp;

    /** Values of a column and what becomes of each; rejected ones are {@code !}. */
    private record Case(String delimiter, List<String> values, List<String> expected) {}

    private static Stream<Case> columns() {
        return Stream.of(
                new Case(";", List.of("1.000", "1.111,11"), List.of("1000", "1111.11")),
                new Case(";", List.of("1.111,11", "1.000"), List.of("1111.11", "1000")),
                new Case("\t", List.of("1.000", "12,5", "7"), List.of("1000", "12.5", "7")),
                new Case("|", List.of("1.000", "0,125"), List.of("1000", "0.125")),
                new Case("\t", List.of("1,000", "12.5"), List.of("1000", "12.5")),
                new Case("\t", List.of("1,000", "1,000,000"), List.of("1000", "1000000")),
                new Case("\t", List.of("1.000", "1.000.000"), List.of("1000", "1000000")),
                new Case("\t", List.of("1.000", "1234.567"), List.of("1.000", "1234.567")),
                new Case("\t", List.of("1.000", "2.000"), List.of("1.000", "2.000")),
                new Case(";", List.of("1.000", "2.000"), List.of("1000", "2000")),
                new Case(";", List.of("1,000", "2,000"), List.of("1.000", "2.000")),
                new Case("\t", List.of("12,5", "13,5", "12.5"), List.of("12.5", "13.5", "!")),
                new Case(
                        "\t",
                        List.of("10\u00A0237,65", "10\u202F237,65", "1\u2009000"),
                        List.of("10237.65", "10237.65", "1000")),
                new Case("\t", List.of("1'000.50", "1\u2019000", "1 000 000"), List.of("1000.50", "1000", "1000000")),
                new Case(
                        "\t",
                        List.of("12,50-", "(12,50)", "\u221212,50", "-12,50"),
                        List.of("-12.50", "-12.50", "-12.50", "-12.50")),
                new Case("\t", List.of("12,50 \u20AC", "\u20AC 1.000,00"), List.of("12.50", "1000.00")),
                new Case("\t", List.of("12.50 \u20AC", "$12.50"), List.of("\"12.50 \u20AC\"", "\"$12.50\"")),
                new Case("\t", List.of(",5", "-,5"), List.of("0.5", "-0.5")),
                new Case("\t", List.of("0", "-0", "0,0"), List.of("0", "0", "0.0")),
                new Case(
                        "\t",
                        List.of("--5", "5--", "-5-", "1e3", "12,", "1.00.0"),
                        List.of("\"--5\"", "\"5--\"", "\"-5-\"", "\"1e3\"", "\"12,\"", "\"1.00.0\"")),
                new Case("\t", List.of("007", "0 012", "1'0000"), List.of("\"007\"", "\"0 012\"", "\"1'0000\"")),
                new Case("\t", List.of("A", "B", "(5)", "5-"), List.of("\"A\"", "\"B\"", "-5", "-5")),
                new Case("\t", List.of("A", "B", "C", "(5)"), List.of("\"A\"", "\"B\"", "\"C\"", "\"(5)\"")));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnIsReadAsAllOfItsValuesSay(Case example) throws IOException {
        StringBuilder text = new StringBuilder("Id" + example.delimiter + "V\n");
        example.values.forEach(value ->
                text.append("x").append(example.delimiter).append(value).append('\n'));
        List<String> rows = TestingTable.csv(temp, text.toString(), "delimiter", example.delimiter)
                .rows();
        assertThat(rows).hasSameSizeAs(example.expected);
        for (int i = 0; i < rows.size(); i++) {
            String expected = example.expected.get(i);
            if (expected.equals("!")) {
                assertThat(rows.get(i)).startsWith("[\"value of column \\\"V\\\" is \\\"" + example.values.get(i));
            } else {
                assertThat(rows.get(i)).isEqualTo("{\"Id\":\"x\",\"V\":" + expected + "}");
            }
        }
    }

    @Test
    void whatIsAmbiguousMixedOrLeftOutIsSaid() throws IOException {
        assertThat(TestingTable.csv(temp, "A;B;C;D\n1.000;1,5;$5;12.5\n2.000;1.5;6;13.5\n3.000;2,5;7;8,5\n")
                        .notes())
                .containsExactly(
                        "read as CSV with the delimiter \";\", encoding utf-8, decimal \",\"",
                        "column \"A\" is ambiguous: all its numbers, such as \"1.000\", fit a decimal point and a"
                                + " decimal comma; \"1.000\" is read as 1000; if that is wrong, say the option decimal"
                                + " and read the file again",
                        "column \"B\" holds numbers with a decimal comma, such as \"1,5\", and others with a decimal"
                                + " point, such as \"1.5\"; it is read with \",\", and rows that do not fit are rejected",
                        "column \"C\": the sign \"$\" beside numbers is left out",
                        "column \"D\" holds numbers with a decimal comma, such as \"8,5\", and others with a decimal"
                                + " point, such as \"12.5\"; it is read with \".\", and rows that do not fit are"
                                + " rejected");
    }

    @Test
    void theOptionDecides() throws IOException {
        String text = "A\tB\nx\t1.000\nx\t2.000\n";
        TestingTable comma = TestingTable.csv(temp, text, "decimal", ",");
        assertThat(comma.rows()).containsExactly("{\"A\":\"x\",\"B\":1000}", "{\"A\":\"x\",\"B\":2000}");
        assertThat(comma.notes()).containsExactly("read as CSV with the delimiter tab, encoding utf-8, decimal \",\"");
        assertThat(TestingTable.csv(temp, text + "x\t12.5\n", "decimal", ",").rows())
                .endsWith("[\"value of column \\\"B\\\" is \\\"12.5\\\", and its numbers are read with the decimal"
                        + " \\\",\\\"; if that is wrong, say the option decimal\",\"x | 12.5\"]");
    }
}
