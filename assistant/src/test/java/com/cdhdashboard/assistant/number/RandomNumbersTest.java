package com.cdhdashboard.assistant.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.cdhdashboard.assistant.prose.ProseReader;
import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers of random tables, as they are and changed a little: the check agrees with one written the plainest way. */
class RandomNumbersTest {
    private static final String[] NAMES = {"Web", "Email", "Mobile", "Call Center", "Branch", "Push"};
    private static final int ROWS = NAMES.length;

    private final Random random = new Random(1811);

    /** A row: its name, interactions, rate, lift. */
    private record Row(String name, long count, double rate, double lift) {}

    @Test
    void whatRoundsHoldsAndWhatDoesNotIsRefused() {
        int held = 0;
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            List<Row> rows = rows();
            Facts facts = facts(rows);
            for (int n = 0; n < 12; n++) {
                Row row = rows.get(random.nextInt(ROWS));
                Row other = random.nextInt(4) == 0 ? rows.get(random.nextInt(ROWS)) : row;
                String number = number(row);
                String written = random.nextBoolean() ? number : changed(number);
                String sentence = other.name() + " had " + written + ".";
                boolean holds =
                        NumberCheck.check(ProseReader.read(sentence), facts).holds();
                assertThat(holds).as(sentence + " of " + other).isEqualTo(agrees(written, other));
                held += holds ? 1 : 0;
                refused += holds ? 0 : 1;
            }
        }
        assertThat(held).isGreaterThan(1000);
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void anyTextCanBeChecked() {
        String[] parts = {
            "1",
            "23",
            "456",
            "0",
            ",",
            ".",
            " ",
            "'",
            "\u00a0",
            "-",
            "\u2212",
            "%",
            "e",
            "E5",
            "/",
            ":",
            "k",
            "M",
            " million",
            "twenty",
            " and ",
            "hundred",
            "half of",
            " times",
            "two",
            "-third",
            "zwei",
            "undzwanzig",
            "tausend",
            "Web",
            "Q4 ",
            "2024",
            "-12-",
            "31",
            ". Dezember ",
            "March ",
            "\n",
            "|",
            "*",
            "(",
            ")",
            "\u00bd",
            "\u0663",
            "pp",
            "p < ",
            "W53",
            "2",
            "x"
        };
        Facts facts = facts(rows());
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            assertThatCode(() -> NumberCheck.check(ProseReader.read(text.toString()), facts))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String name : NAMES) {
            double size = Math.pow(10, random.nextInt(4));
            rows.add(new Row(
                    name,
                    20 + (long) (random.nextDouble() * 1000 * size),
                    random.nextDouble() / Math.max(1, size / 10),
                    random.nextDouble() * 3));
        }
        return rows;
    }

    private static Facts facts(List<Row> rows) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(List.of(row.name(), row.count(), row.rate(), row.lift())));
        Table table = new Table(
                List.of(
                        Column.dimension("Channel", ValueType.TEXT),
                        Column.measure("Count", ValueType.INTEGER),
                        Column.score("CTR"),
                        Column.score("Lift")),
                cells);
        return Facts.builder()
                .answer("q1", new ToolAnswer(TestingFacts.json("{}"), Optional.of(table), Optional.empty()))
                .build();
    }

    /** A share in percent with one to three digits, or a count with its thousands. */
    private String number(Row row) {
        return switch (random.nextInt(3)) {
            case 0 -> String.format(Locale.ROOT, "%,d", row.count());
            case 1 -> percent(row.rate());
            default -> percent(row.lift());
        };
    }

    private String percent(double share) {
        double percent = share * 100;
        int magnitude = (int) Math.floor(Math.log10(percent));
        int decimals = Math.max(0, random.nextInt(3) + 1 - magnitude);
        return BigDecimal.valueOf(percent)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString() + " %";
    }

    /** Another digit in one place, or a place more or less. */
    private String changed(String number) {
        int at = random.nextInt(number.length());
        while (!Character.isDigit(number.charAt(at))) {
            at = (at + 1) % number.length();
        }
        char digit = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        String changed = number.substring(0, at) + digit + number.substring(at + 1);
        return changed.matches("0[\\d,].*") ? number.replaceFirst("\\d", "7") : changed;
    }

    /** By definition: rounded to the decimals of the text it is the same number, and not far from it. */
    private static boolean agrees(String written, Row row) {
        boolean percent = written.endsWith("%");
        BigDecimal value = new BigDecimal(written.replace(" %", "").replace(",", ""));
        List<BigDecimal> known = percent
                ? List.of(
                        BigDecimal.valueOf(row.rate()).movePointRight(2),
                        BigDecimal.valueOf(row.lift()).movePointRight(2))
                : List.of(
                        BigDecimal.valueOf(row.count()),
                        BigDecimal.valueOf(row.rate()),
                        BigDecimal.valueOf(row.lift()));
        return known.stream().anyMatch(each -> rounds(each, value)) || (!percent && isCount(value));
    }

    private static boolean isCount(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(ROWS)) == 0 || value.compareTo(BigDecimal.ONE) == 0;
    }

    private static boolean rounds(BigDecimal known, BigDecimal value) {
        BigDecimal rounded = known.setScale(Math.max(0, value.scale()), RoundingMode.HALF_UP);
        double allowed = value.doubleValue() < 10 ? 0.35 : 0.1;
        return rounded.compareTo(value) == 0
                && value.signum() != 0
                && Math.abs(known.doubleValue() - value.doubleValue()) <= allowed * known.doubleValue();
    }
}
