package com.cdhdashboard.core.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.sheet.TestingTable.Sheet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of random form whose amounts are known: read as they are meant, rejected, or said to be ambiguous. */
class RandomTablesTest {
    private static final int TABLES = 120;
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"));

    @TempDir
    private Path temp;

    private int rejected;
    private int rows;

    /** How the amounts of a table are written. */
    private record Form(char decimal, String thousands, int decimals, int negative, String currency) {
        static Form random(Random random) {
            char decimal = random.nextBoolean() ? ',' : '.';
            String other = decimal == ',' ? "." : ",";
            List<String> marks = List.of("", other, " ", "\u00A0", "'");
            return new Form(
                    decimal,
                    marks.get(random.nextInt(marks.size())),
                    random.nextInt(4),
                    random.nextInt(3),
                    random.nextInt(4) == 0 ? " \u20AC" : "");
        }

        String write(BigDecimal amount) {
            String[] parts = amount.abs().toPlainString().split("\\.");
            StringBuilder whole = new StringBuilder(parts[0]);
            for (int at = whole.length() - 3; at > 0; at -= 3) {
                whole.insert(at, thousands);
            }
            String digits = whole + (parts.length > 1 ? decimal + parts[1] : "") + currency;
            if (amount.signum() >= 0) {
                return digits;
            }
            return negative == 0 ? "-" + digits : negative == 1 ? digits + "-" : "(" + digits + ")";
        }
    }

    @Test
    void amountsAreReadAsMeantOrRejectedOrSaidToBeAmbiguous() throws IOException {
        for (int seed = 1; seed <= TABLES; seed++) {
            Random random = new Random(seed);
            Form form = Form.random(random);
            List<BigDecimal> amounts = new ArrayList<>();
            List<String> written = new ArrayList<>();
            for (int i = 1 + random.nextInt(30); i > 0; i--) {
                long number = (long) Math.pow(10, random.nextInt(9)) * (random.nextInt(2_000) - 1_000) / 7;
                amounts.add(BigDecimal.valueOf(number, form.decimals()));
                written.add(form.write(amounts.get(amounts.size() - 1)));
            }
            check("CSV of seed " + seed, csv(random, written), amounts);
            check("workbook of seed " + seed, workbook(random, written), amounts);
        }
        assertThat(rejected).isLessThan(rows / 20);
    }

    private TestingTable csv(Random random, List<String> written) throws IOException {
        List<String> delimiters = List.of(",", ";", "\t", "|");
        String delimiter = delimiters.get(random.nextInt(delimiters.size()));
        boolean quoted = random.nextBoolean();
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "sep=" + delimiter + "\r\n" : "");
        text.append(random.nextInt(3) == 0 ? "Holdings of the year\r\n\r\n" : "");
        text.append(String.join(delimiter, "Id", "Day", "Cost")).append("\r\n");
        for (int i = 0; i < written.size(); i++) {
            String amount = written.get(i);
            boolean needed = quoted || amount.contains(delimiter);
            text.append(String.join(delimiter, "M\u00fc" + i, "2024-01-05", needed ? '"' + amount + '"' : amount))
                    .append("\r\n");
        }
        return TestingTable.csv(temp, text.toString(), CHARSETS.get(random.nextInt(CHARSETS.size())));
    }

    private TestingTable workbook(Random random, List<String> written) throws IOException {
        StringBuilder rows = new StringBuilder(random.nextInt(3) == 0 ? TestingTable.texts("Holdings", "", "") : "");
        rows.append(TestingTable.texts("Id", "Day", "Cost"));
        for (int i = 0; i < written.size(); i++) {
            rows.append(TestingTable.texts("M" + i, "2024-01-05", written.get(i)));
        }
        List<Sheet> sheets = new ArrayList<>(List.of(new Sheet("S", "", rows.toString())));
        if (random.nextBoolean()) {
            sheets.add(0, new Sheet("Old", "state=\"veryHidden\"", TestingTable.texts("Id", "Day", "Cost")));
        }
        return TestingTable.workbook(TestingTable.write(temp.resolve("a.xlsx"), "", sheets));
    }

    private void check(String what, TestingTable table, List<BigDecimal> amounts) throws IOException {
        assertThat(table.rows()).as(what + " " + table.notes()).hasSameSizeAs(amounts);
        boolean ambiguous = table.notes().stream().anyMatch(note -> note.contains("\"Cost\" is ambiguous"));
        for (int i = 0; i < amounts.size() && !ambiguous; i++) {
            rows++;
            JsonNode row = new ObjectMapper().readTree(table.rows().get(i));
            rejected += row.isObject() ? 0 : 1;
            if (row.isObject()) {
                assertThat(new BigDecimal(row.get("Cost").asText()))
                        .as(what + " row " + i + ": " + row + " " + table.notes())
                        .isEqualByComparingTo(amounts.get(i));
            }
        }
    }
}
