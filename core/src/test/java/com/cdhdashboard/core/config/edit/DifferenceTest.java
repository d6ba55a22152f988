package com.cdhdashboard.core.config.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What differs is told, and nothing else. */
class DifferenceTest {
    @Test
    void changesAreToldByPath() {
        TomlText before = TomlText.of("a = 1\nb = [1]\n[t.x]\nk = 1\n[t.y]\nk = 1\n[t.z]\nk = 1\n[gone]\nk = 1\n");
        TomlText after = TomlText.of("# c\nb = [1, 2]\nn = 1\na = 1.0\n[t.z]\nk = 1\n[t.x]\n'k' = 0x1\n[t.y]\n");
        assertThat(Difference.between(before, after).stream().map(each -> each.kind() + " " + each.path()))
                .containsExactly(
                        "CHANGED [a]",
                        "CHANGED [b]",
                        "REMOVED [t, y, k]",
                        "MOVED [t, z]",
                        "REMOVED [gone]",
                        "ADDED [n]",
                        "MOVED [b]");
        assertThat(Difference.between(before, after).get(0))
                .isEqualTo(new Difference.Change(
                        Difference.Kind.CHANGED, List.of("a"), Optional.of(1L), Optional.of(1.0)));
        assertThat(Difference.between(before, before)).isEmpty();
        assertThatThrownBy(() -> Difference.between(before, TomlText.of("a =")))
                .hasMessageStartingWith("the text is not valid TOML at line 1");
    }

    @Test
    void linesStandBesideEachOther() {
        List<String> rows = LineDifference.rows("a\nb\nc\nd\ne", "a\nB\nd\r\ne\nf\n").stream()
                .map(DifferenceTest::shown)
                .toList();
        assertThat(rows)
                .containsExactly(
                        "EQUAL 1:a|1:a", "CHANGED 2:b|2:B", "CHANGED 3:c|3:d", "CHANGED 4:d|4:e", "CHANGED 5:e|5:f");
        assertThat(LineDifference.rows("a\nb\n", "a\nx\ny\nb\n").stream().map(DifferenceTest::shown))
                .containsExactly("EQUAL 1:a|1:a", "ADDED |2:x", "ADDED |3:y", "EQUAL 2:b|4:b");
        assertThat(LineDifference.rows("a\nb\n", "b\n").stream().map(DifferenceTest::shown))
                .containsExactly("REMOVED 1:a|", "EQUAL 2:b|1:b");
        assertThat(LineDifference.rows("", "")).isEmpty();
    }

    @Test
    void rowsHoldBothTextsWhole() {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            String before = lines(random);
            String after = lines(random);
            List<LineDifference.Row> rows = LineDifference.rows(before, after);
            assertThat(rows.stream().flatMap(each -> each.before().stream()).map(LineDifference.Line::text))
                    .containsExactlyElementsOf(before.lines().toList());
            assertThat(rows.stream().flatMap(each -> each.after().stream()).map(LineDifference.Line::text))
                    .containsExactlyElementsOf(after.lines().toList());
        }
    }

    @Test
    void textsOfVeryManyLinesAreNotComparedForLong() {
        String before = "a\n" + "b\n".repeat(30_000) + "z\n";
        List<LineDifference.Row> rows = LineDifference.rows(before, before.replace('b', 'c'));
        assertThat(rows).hasSize(30_002);
        assertThat(rows.stream().filter(each -> each.kind() == LineDifference.Kind.EQUAL))
                .hasSize(2);
    }

    private static String lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int count = random.nextInt(12); count > 0; count--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return String.join("\n", lines);
    }

    private static String shown(LineDifference.Row row) {
        return row.kind() + " " + shown(row.before()) + "|" + shown(row.after());
    }

    private static String shown(Optional<LineDifference.Line> line) {
        return line.map(each -> each.number() + ":" + each.text()).orElse("");
    }
}
