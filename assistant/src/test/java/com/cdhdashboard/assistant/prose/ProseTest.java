package com.cdhdashboard.assistant.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
    private static final List<String> PARTS =
            List.of(("a; ;*;**;_;`;1;.;) ;\n;\n\n;- ;1. ;|;<b>;[x](y);!;#;# ;&amp;\\;~~;---;+;4.5 %;"
                            + "| a | b |\n|---|---|\n| 1 | 2 |\n")
                    .split(";"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "plain @ <p>plain</p>",
                "**b** and *i* and `c<d` @ <p><strong>b</strong> and <em>i</em> and <code>c&lt;d</code></p>",
                "<img src=x onerror=alert(1)> @ <p>&lt;img src=x onerror=alert(1)&gt;</p>",
                "![pixel](https://evil.example/?q=1) @ <p>pixel</p>",
                "[words](https://evil.example) @ <p>words</p>",
                "<https://evil.example> @ <p>https://evil.example</p>",
                "[words][1]\\n\\n[1]: javascript:alert(1) @ <p>words</p>",
                "<script>alert(1)</script> @ <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "&lt;b&gt; @ <p>&lt;b&gt;</p>",
                "# Head @ <h4>Head</h4>",
                "7. a\\n8. b @ <ol><li>a</li><li>b</li></ol>",
                "- a\\n  - b @ <ul><li>a<ul><li>b</li></ul></li></ul>",
                "```sql\\nSELECT '1'\\n``` @ <p><code>SELECT &#39;1&#39;</code></p>",
                "one\\ntwo @ <p>one two</p>",
                "a\\u202Eb\\u200Bc @ <p>abc</p>",
            })
    void isReadAsAFewElements(String markdown, String html) {
        assertThat(ProseHtml.of(ProseReader.read(unescaped(markdown)))).isEqualTo(html);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\u202E", "\u202e").replace("\\u200B", "\u200b");
    }

    @Test
    void tablesAreTables() {
        Prose prose = ProseReader.read("| a | b |\n|---|---:|\n| x<br> | **1** |\n| y |\n");
        assertThat(ProseHtml.of(prose))
                .isEqualTo(
                        "<table class=\"table table-sm\"><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>"
                                + "x&lt;br&gt;</td><td><strong>1</strong></td></tr><tr><td>y</td><td></td></tr></tbody></table>");
        assertThat(ProseText.plain(prose)).isEqualTo("a\tb\nx<br>\t1\ny\t");
    }

    @Test
    void numbersLinkToTheirQuestion() {
        NumberLink link = new NumberLink("q2", OptionalInt.of(3), "C\"TR", true);
        Prose prose = new Prose(List.of(new Block.Paragraph(List.of(new Inline.Number("4.5\u00a0%", link)))));
        assertThat(ProseHtml.of(prose))
                .isEqualTo(
                        "<p><a class=\"number\" href=\"#q2\" data-row=\"3\" data-column=\"C&quot;TR\" data-ambiguous>"
                                + "4.5\u00a0%</a></p>");
        assertThat(ProseText.markdown(prose)).isEqualTo("4.5\u00a0%");
    }

    @Test
    void whatIsDeepIsFlattened() {
        String deep = "- ".repeat(3000) + "x\n\n" + "*a **b ".repeat(3000) + "\n\n" + "> ".repeat(5000) + "q";
        assertThat(ProseHtml.of(ProseReader.read(deep)))
                .contains("x")
                .contains("a")
                .contains("q");
    }

    @Test
    void markdownIsReadBackAsTheSameText() {
        Random random = new Random(18);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            Prose prose = ProseReader.read(text.toString());
            assertThat(words(ProseReader.read(ProseText.markdown(prose))))
                    .as(text.toString())
                    .isEqualTo(words(prose));
            assertThat(ProseHtml.of(prose))
                    .doesNotContainPattern("<(?!/?(p|h4|ul|ol|li|table|thead|tbody|tr|th|td|strong|em|code|br)\\b)");
        }
    }

    /** Not every place takes marks of emphasis; where one does not, they stay as they are. */
    private static String words(Prose prose) {
        return ProseText.plain(prose).replaceAll("[\\s*]+", "").strip();
    }
}
