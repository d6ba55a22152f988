package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Above a chart stands what matters most, so that a telephone shows the chart itself. */
@ExtendWith(OnceForAll.class)
class OptionsInBrowserTest {
    /** A telephone's 844 pixels without the bar at the foot, less the room in which one sees that it is a chart. */
    private static final double FIRST_SCREEN = 844 - 66 - 150;

    @Test
    void onATelephoneTheChartBeginsOnTheFirstScreen(Chromium browser, Demo demo) {
        try (Window telephone = browser.openSmall(demo.url())) {
            for (String report :
                    List.of("daily_ctr?period=last28", "ctr_targets", "ctr_map", "group_race", "model_auc")) {
                telephone.go("/reports/" + report);
                Locator chart = telephone.find("[data-chart]");
                assertThat(chart).isVisible();
                assertThat(chart.boundingBox().y).as(report).isLessThan(FIRST_SCREEN);
            }
        }
    }

    @Test
    void optionsAreBehindAButtonAndWhatIsSetOfThemStays(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/reports/daily_ctr");
            assertThat(page.locator("#control-color")).isVisible();
            assertThat(page.locator("#control-scale")).isHidden();
            window.openOptions();
            page.locator("#control-scale").selectOption("log");
            assertThat(page).hasURL(Pattern.compile("/reports/daily_ctr\\?scale=log$"));
            assertThat(page.locator("#options .filter-badge")).hasText("1 set");
            page.reload();
            assertThat(page.locator("#control-scale")).isVisible();
            page.locator("#options > summary").click();
            page.locator("[data-chip='option scale'] a").click();
            assertThat(page).hasURL(Pattern.compile("/reports/daily_ctr$"));
            assertThat(page.locator("#control-scale")).isHidden();
            assertThat(page.locator("[data-chip]")).hasCount(0);
        }
    }
}
