package com.cdhdashboard.core.config.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits change what they should and not a byte beside. */
class TomlTextTest {
    private static final String DOCUMENT = """
            # Of the whole file

            title = "T" # behind

            [metrics] # all of them
            global_filters = ["Channel"]

            # Clicks
            [metrics.engagement]
              group_by = [
                "Day",  # one a day
                'Channel',
              ]
              filter = \"""pl.col("Channel") == "Web\"""\"

            # ---- Reports ----

            # First
            [reports.a]
            type = 'line'
            # the height
            height = 0x1F4 # of the chart
            y = "CTR"

            [reports.b]
            type = "bar"

            [ux]
            size = { w = 1, 'h' = 2 }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\uFEFF",
                "\uFEFFa = 1\r\nb = 2",
                "a = 1\r\n\tb=2  \n\n\n",
                "a = \n[b\nc = 1",
                "\u0000",
                "\uD800",
                "\r"
            })
    void anyTextStaysAsItIs(String text) {
        assertThat(TomlText.of(text).text()).isEqualTo(text);
    }

    @Test
    void textThatIsNoTomlIsNotEdited() {
        TomlText broken = TomlText.of("a = 1\nb = \n");
        assertThat(broken.wellFormed()).isFalse();
        assertThatThrownBy(() -> broken.set(List.of("a"), 2L))
                .isInstanceOf(UserException.class)
                .hasMessage("the text is not valid TOML at line 2, column 5: Unexpected end of line, expected a value;"
                        + " mend it there first");
    }

    /** A value before and after, and the written forms. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'x' | new | 'new'",
                "'x' | it's | \"it's\"",
                "\"x\" | say \"q\" \\d | \"say \\\"q\\\" \\\\d\"",
                "\"\"\"x\"\"\" | a \"b\" \\d \"\"\" c\" | \"\"\"a \"b\" \\\\d \"\"\\\" c\\\"\"\"\"",
                "'''x''' | \\d+ it's | '''\\d+ it's'''",
                "'''x''' | a''' | \"\"\"a'''\"\"\"",
                "\"x\" | é😀 | \"é😀\""
            },
            delimiter = '|')
    void textKeepsItsQuotes(String before, String value, String after) {
        assertThat(TomlText.of("k = " + before + " # c\n")
                        .set(List.of("k"), value)
                        .text())
                .isEqualTo("k = " + after + " # c\n");
    }

    @Test
    void textOfManyLinesKeepsItsForm() {
        assertThat(TomlText.of("k = \"\"\"\r\none\"\"\"\r\n")
                        .set(List.of("k"), "1\n\"2\"\n")
                        .text())
                .isEqualTo("k = \"\"\"\r\n1\r\n\"2\"\r\n\"\"\"\r\n");
        assertThat(TomlText.of("k = \"one\"\n").set(List.of("k"), "1\n2").text())
                .isEqualTo("k = \"\"\"\n1\n2\"\"\"\n");
        assertThat(TomlText.of("k = \"one\"\n").set(List.of("k"), "\u0001\t\r").text())
                .isEqualTo("k = \"\\u0001\\t\\r\"\n");
    }

    @Test
    void otherValuesKeepTheirNotation() {
        assertThat(set("k = 0xff", 16L)).isEqualTo("k = 0x10");
        assertThat(set("k = 1_000", 2_000_000L)).isEqualTo("k = 2_000_000");
        assertThat(set("k = 1e-3", 0.00025)).isEqualTo("k = 2.5e-4");
        assertThat(set("k = 1.5", 2.0)).isEqualTo("k = 2.0");
        assertThat(set("k = 1.5", 2)).isEqualTo("k = 2");
        assertThat(set("k = true", false)).isEqualTo("k = false");
        assertThat(set("k = \"2024\"", "2025")).isEqualTo("k = \"2025\"");
        assertThat(set("k = 2024-01-01", LocalDate.of(2025, 2, 3))).isEqualTo("k = 2025-02-03");
        assertThat(set("k = 1 # c", List.of("a", 1))).isEqualTo("k = [\"a\", 1] # c");
    }

    @Test
    void textThatLooksLikeANumberStaysText() {
        assertThat(set("k = \"x\"", "2024")).isEqualTo("k = \"2024\"");
        assertThat(set("k = 5", "5")).isEqualTo("k = \"5\"");
    }

    private static String set(String text, Object value) {
        return TomlText.of(text).set(List.of("k"), value).text();
    }

    @Test
    void listsKeepTheirLayoutAndComments() {
        edited(
                text -> text.set(
                        List.of("metrics", "engagement", "group_by"), List.of("Day", "Issue", "Channel", "Group")),
                "    'Channel',\n  ]",
                "    'Issue',\n    'Channel',\n    'Group',\n  ]");
        edited(text -> text.set(List.of("metrics", "engagement", "group_by"), List.of("Day")), "    'Channel',\n", "");
    }

    @Test
    void keysAreAddedWhereTheyBelong() {
        edited(text -> text.set(List.of("subtitle"), "S"), "# behind\n", "# behind\nsubtitle = \"S\"\n");
        edited(
                text -> text.set(List.of("metrics", "engagement", "scores"), List.of("CTR")),
                "== \"Web\"\"\"\"\n",
                "== \"Web\"\"\"\"\n  scores = [\"CTR\"]\n");
        edited(
                text -> text.set(List.of("metrics", "engagement", "note"), "pl.col(\"x\")"),
                "== \"Web\"\"\"\"\n",
                "== \"Web\"\"\"\"\n  note = 'pl.col(\"x\")'\n");
        edited(text -> text.set(List.of("ux", "size", "d"), 3L), "'h' = 2 }", "'h' = 2, d = 3 }");
        edited(text -> text.set(List.of("reports", "order"), 1L), "# First", "[reports]\norder = 1\n\n# First");
        edited(
                text -> text.set(List.of("ih", "extensions", "filter"), "x"),
                "'h' = 2 }\n",
                "'h' = 2 }\n\n[ih.extensions]\nfilter = \"x\"\n");
    }

    @Test
    void tablesAreAddedBehindThoseBesideThem() {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("type", "line");
        table.put("a key", List.of("x"));
        edited(
                text -> text.set(List.of("reports", "c d"), table),
                "type = \"bar\"\n",
                "type = \"bar\"\n\n[reports.\"c d\"]\ntype = \"line\"\n\"a key\" = [\"x\"]\n");
        assertThat(TomlText.of("").set(List.of("reports", "a"), table).text())
                .isEqualTo("[reports.a]\ntype = \"line\"\n\"a key\" = [\"x\"]\n");
        assertThat(TomlText.of("a = 1").set(List.of("t"), Map.of()).text()).isEqualTo("a = 1\n\n[t]\n");
    }

    @Test
    void keysAndTablesAreRemovedWithTheirCommentsOnly() {
        edited(
                text -> text.remove(List.of("reports", "a", "height")),
                "# the height\nheight = 0x1F4 # of the chart\n",
                "");
        edited(
                text -> text.remove(List.of("reports", "a")),
                "# First\n[reports.a]\ntype = 'line'\n# the height\nheight = 0x1F4 # of the chart\ny = \"CTR\"\n\n",
                "");
        edited(text -> text.remove(List.of("ux")), "\n[ux]\nsize = { w = 1, 'h' = 2 }\n", "");
        edited(text -> text.remove(List.of("ux", "size", "w")), "{ w = 1, 'h' = 2 }", "{ 'h' = 2 }");
    }

    @Test
    void renamingReachesEveryPart() {
        String spread = "[reports.a.sub]\nx = 1\n[reports]\na.'y' = 2\n[other]\na = 3\n";
        assertThat(TomlText.of(spread).rename(List.of("reports", "a"), "b c").text())
                .isEqualTo("[reports.\"b c\".sub]\nx = 1\n[reports]\n\"b c\".'y' = 2\n[other]\na = 3\n");
        edited(text -> text.rename(List.of("ux", "size", "h"), "é"), "'h'", "'é'");
        assertThatThrownBy(() -> TomlText.of(DOCUMENT).rename(List.of("reports", "a"), "b"))
                .hasMessage("reports.b is there already; choose another name");
        assertThatThrownBy(() -> TomlText.of(DOCUMENT).rename(List.of("reports", "x"), "c"))
                .hasMessage("reports.x is not in the text; it may have been removed or renamed meanwhile");
    }

    @Test
    void tablesAreCopiedBehindThemselves() {
        edited(text -> text.copy(List.of("reports", "a"), "a2"), "y = \"CTR\"\n", """
                y = "CTR"

                # First
                [reports.a2]
                type = 'line'
                # the height
                height = 0x1F4 # of the chart
                y = "CTR"
                """);
    }

    @Test
    void tablesAndKeysAreMoved() {
        TomlText moved = TomlText.of(DOCUMENT).moveAfter(List.of("reports", "a"), "b");
        assertThat(moved.keys(List.of("reports"))).containsExactly("b", "a");
        assertThat(moved.text())
                .contains("# ---- Reports ----\n\n[reports.b]\ntype = \"bar\"\n\n# First\n[reports.a]\n");
        assertThat(moved.moveBefore(List.of("reports", "a"), "b").text()).isEqualTo(DOCUMENT);
        edited(
                text -> text.moveBefore(List.of("reports", "a", "y"), "type"),
                "type = 'line'\n# the height\nheight = 0x1F4 # of the chart\ny = \"CTR\"\n",
                "y = \"CTR\"\ntype = 'line'\n# the height\nheight = 0x1F4 # of the chart\n");
        edited(text -> text.moveAfter(List.of("ux", "size", "w"), "h"), "{ w = 1, 'h' = 2 }", "{ 'h' = 2, w = 1 }");
        assertThatThrownBy(() -> TomlText.of(DOCUMENT).moveBefore(List.of("ux"), "title"))
                .hasMessage("this cannot be done without rewriting other parts of the text; do it in the text itself");
    }

    @Test
    void oneTableIsTakenOutAndPutBack() {
        TomlText document = TomlText.of(DOCUMENT);
        String table = document.textOf(List.of("reports", "b"));
        assertThat(table).isEqualTo("[reports.b]\ntype = \"bar\"\n");
        edited(
                text -> text.replaceTable(List.of("reports", "b"), "\n# B\n[reports.b]\r\ntype='pie'\n[reports.b.c]"),
                table,
                "# B\n[reports.b]\ntype='pie'\n[reports.b.c]\n");
        edited(
                text -> text.replaceTable(List.of("reports", "c"), "[reports.c]\nx = 1"),
                table,
                table + "\n[reports.c]\nx = 1\n");
        assertThat(document.textOf(List.of("ux", "size"))).isEqualTo("[ux.size]\nw = 1\nh = 2\n");
        edited(text -> text.replaceTable(List.of("ux", "size"), "[ux.size]\nw = 5\nh = 2\n"), "w = 1", "w = 5");
        assertThatThrownBy(() -> document.replaceTable(List.of("reports", "b"), "[reports.b]\n[ux]\n"))
                .hasMessage("the text is not that of the table reports.b alone; begin it with [reports.b]"
                        + " and leave out other tables");
        assertThatThrownBy(() -> document.replaceTable(List.of("reports", "b"), "[reports.b]\nx = no"))
                .hasMessageStartingWith("the text is not valid TOML at line 2, column 5: ");
    }

    @Test
    void keysBelowAValueAreRefused() {
        assertThatThrownBy(() -> TomlText.of(DOCUMENT).set(List.of("title", "x"), 1L))
                .hasMessage("title is not a table; remove its value first");
    }

    /** Asserts that an edit of the document replaces one part of its text, which stands there once. */
    private static void edited(UnaryOperator<TomlText> edit, String part, String with) {
        assertThat(DOCUMENT.split(Pattern.quote(part), -1)).hasSize(2);
        assertThat(edit.apply(TomlText.of(DOCUMENT)).text()).isEqualTo(DOCUMENT.replace(part, with));
    }

    /** What looks like a comment there is text. */
    @Test
    void rowsWithinQuotesStayWhateverTheyLookLike() {
        String rows = "# x\n\n".repeat(50);
        for (String quotes : List.of("\"\"\"", "'''")) {
            String written = "[" + quotes + quotes + quotes.charAt(0) + ", " + quotes + "\\" + quotes.charAt(0) + "\n"
                    + rows + quotes + ", 1]\n" + rows + "k = " + quotes + "\n" + rows + quotes + "\n";
            TomlText text = TomlText.of("list = " + written);
            assertThat(text.wellFormed()).isTrue();
            assertThat(text.value(List.of("k"))).contains(rows);
            assertThat((List<?>) text.value(List.of("list")).orElseThrow())
                    .satisfies(list -> assertThat((String) list.get(1)).endsWith("\n" + rows));
        }
    }
}
