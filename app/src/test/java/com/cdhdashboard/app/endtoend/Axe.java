package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What those who use a keyboard or hear a page read could stumble over, by the rules of axe. */
final class Axe {
    /** A line for each rule that is broken. The rows of a table are alike, and a hundred of them take long. */
    private static final String OBJECTIONS = "async rules => {"
            + " const options = { resultTypes: ['violations'], ...rules && { runOnly: rules } };"
            + " const few = { exclude: [['tbody tr:nth-child(n+5)']] };"
            + " const { violations } = await window.axe.run(few, options);"
            + " return violations.map(each => each.id + ': ' + each.nodes.map(node => node.target.join(' ')).join(', ')); }";

    private static final String DARK = "theme => { document.documentElement.dataset.bsTheme = theme; }";

    private Axe() {}

    /** Dark pages differ in their colours only. A colour that is still changing would be measured as it passes. */
    static void objectsToNothing(Page page, String path) {
        page.evaluate(source());
        assertThat(page.evaluate(OBJECTIONS)).as(path).isEqualTo(List.of());
        page.evaluate(DARK, "dark");
        assertThat(page.evaluate(OBJECTIONS, List.of("color-contrast")))
                .as(path + ", dark")
                .isEqualTo(List.of());
        page.evaluate(DARK, "light");
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
