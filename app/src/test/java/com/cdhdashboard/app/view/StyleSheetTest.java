package com.cdhdashboard.app.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.ThemeColor;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
    private final String css =
            new String(new Assets().find("app.css").orElseThrow().bytes(Coding.PLAIN), UTF_8);

    @Test
    void everyColourOfFiguresIsDefinedInBothThemes() {
        String light = css.substring(0, css.indexOf("[data-bs-theme=\"dark\"]"));
        String dark = css.substring(css.indexOf("[data-bs-theme=\"dark\"]"), css.indexOf("\nbody {"));
        List<ThemeColor> colors = Theme.colors();
        assertThat(colors).isNotEmpty().allSatisfy(color -> {
            assertThat(light).contains(color.name() + ": " + color.light() + ";");
            assertThat(dark).contains(color.name() + ": " + color.dark() + ";");
        });
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertThat(css).doesNotContain("@import").doesNotContain("//");
    }
}
