package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers are faster than servers: nothing that is set while an answer is under way is lost, and trouble is said. */
@ExtendWith(OnceForAll.class)
class ControlsInBrowserTest {
    private Demo demo;
    private Window window;
    private Page page;

    @BeforeEach
    void open(Chromium browser, Demo shared) {
        demo = shared;
        window = browser.open(demo.url());
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Locator panel(String dimension) {
        return page.locator("details[data-dimension=" + dimension + "]").first();
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "200, 0", "600, 0", "50, 150", "200, 150", "600, 150", "50, 1000", "200, 1000", "600, 1000"})
    void ticksInQuickSuccessionAllCount(int gap, int latency) {
        window.go("/dashboard");
        window.answersTake(latency);
        Locator filter = panel("Channel");
        filter.locator("summary").click();
        List<String> values = List.of("Web", "Mobile", "Email", "Call Center");
        for (String value : values) {
            filter.locator("input[value='" + value + "']").click();
            page.waitForTimeout(gap);
        }
        assertThat(page).hasURL(Pattern.compile("(filter.Channel=[^&]+&){3}filter.Channel=[^&]+$"));
        assertThat(filter.locator("input:checked")).hasCount(4);
        assertThat(filter).hasAttribute("open", "");
        assertThat(filter.locator(".filter-badge")).hasText("4");
        assertThat(page.locator("#trouble")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"50, 1000", "200, 150", "600, 0"})
    void selectsFiltersAndDatesMixWithoutLoss(int gap, int latency) {
        window.go("/reports/daily_ctr");
        window.answersTake(latency);
        page.locator("#control-color").selectOption("CustomerType");
        page.waitForTimeout(gap);
        window.openOptions();
        page.locator("#control-form").selectOption("line");
        page.waitForTimeout(gap);
        Locator period = page.locator("#period");
        period.locator("summary").click();
        period.locator("#period-from").fill("2026-10-20");
        page.waitForTimeout(gap);
        Locator more = page.locator("#filter-more");
        more.locator("summary").first().click();
        Locator list = more.locator(".subfilter:has(input[type=checkbox])").first();
        list.locator("summary").click();
        list.locator("input[type=checkbox]").first().click();
        page.waitForTimeout(gap);
        assertThat(page)
                .hasURL(Pattern.compile("(?=.*color=CustomerType)(?=.*form=line)(?=.*filter.Day.from=2026-10-20)"
                        + "(?=.*filter.[A-Za-z]+=)"));
        assertThat(page.locator("#control-color")).hasValue("CustomerType");
        assertThat(list.locator("input:checked")).hasCount(1);
        assertThat(page.locator("[data-chip]")).hasCount(3);
    }

    @Test
    void aLinkFollowedWhileATickIsUnderWayKeepsTheTick() {
        window.go("/reports/daily_ctr_by_placement?filter.Channel=Web&filter.Channel=Mobile");
        window.answersTake(600);
        panel("Channel").locator("summary").click();
        panel("Channel").locator("input[value='Email']").click();
        page.locator("#data th[data-column=Count] a").click();
        assertThat(page).hasURL(Pattern.compile("filter.Channel=Email.*sort="));
        assertThat(panel("Channel").locator("input:checked")).hasCount(3);
    }

    @Test
    void aTickWhileALinkIsUnderWayKeepsBoth() {
        window.go("/reports/daily_ctr?filter.Channel=Web&filter.CustomerType=Standard");
        window.answersTake(600);
        page.locator("[data-chip=CustomerType] a").click();
        panel("Channel").locator("summary").click();
        panel("Channel").locator("input[value='Email']").click();
        assertThat(page).hasURL(Pattern.compile("^(?!.*CustomerType).*filter.Channel=Email"));
        assertThat(page.locator("[data-chip]")).hasCount(1);
    }

    @Test
    void whatIsOpenTypedAndScrolledStaysWhileAnswersCome() {
        window.go("/reports/daily_ctr");
        window.answersTake(150);
        Locator filter = panel("Channel");
        filter.locator("summary").click();
        Object element = filter.evaluateHandle("element => element");
        filter.locator("input[value='Web']").click();
        filter.locator("[data-search]").pressSequentially("mob", new Locator.PressSequentiallyOptions().setDelay(120));
        assertThat(page).hasURL(Pattern.compile("filter.Channel=Web"));
        assertThat(filter.locator("[data-search]")).hasValue("mob");
        assertThat(filter.locator("[data-search]")).isFocused();
        assertThat(filter.locator(".option:visible")).hasCount(1);
        assertThat(filter.evaluate("(now, before) => now === before", element)).isEqualTo(true);
    }

    @Test
    void aLostServerIsSaidAndTheControlsShowWhatIsDrawn() {
        window.go("/dashboard");
        panel("Channel").locator("summary").click();
        window.serverIsLost(true);
        panel("Channel").locator("input[value='Web']").click();
        assertThat(page.locator("#trouble"))
                .containsText("The server cannot be reached; what is shown is from before.", soon());
        assertThat(panel("Channel").locator("input:checked")).hasCount(0);
        assertThat(page).hasURL(demo.url() + "/dashboard");
        window.serverIsLost(false);
        page.locator("#trouble button").click();
        assertThat(page).hasURL(demo.url() + "/dashboard?filter.Channel=Web");
        assertThat(page.locator("#trouble")).isHidden();
        assertThat(panel("Channel").locator("input:checked")).hasCount(1);
    }

    /** Readers are told within two seconds; a busy machine gets two more. */
    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(4000);
    }

    @Test
    void aSlowServerIsSaidUntilItAnswers() {
        window.go("/dashboard");
        window.answersTake(6000);
        panel("Channel").locator("summary").click();
        panel("Channel").locator("input[value='Web']").click();
        assertThat(page.locator("#trouble"))
                .containsText("The server has not answered yet; what is shown is from before.", soon());
        assertThat(page).hasURL(demo.url() + "/dashboard?filter.Channel=Web");
        assertThat(page.locator("#trouble")).isHidden();
    }

    @Test
    void anExpiredPageIsSaidAndKeepsWhatWasSet() {
        window.go("/import");
        window.troubleIsMeant(true);
        page.evaluate("document.getElementById('page').dataset.token = 'of a server that was stopped'");
        Locator replace = page.locator("#folder-replace");
        replace.check();
        page.locator("#start-folder").click();
        assertThat(page.locator("#trouble span"))
                .hasText("The request does not come from a current page of this server; load the page again");
        assertThat(page.locator("#trouble button")).hasText("Load the page again");
        assertThat(replace).isChecked();
    }

    @Test
    void goingElsewhereIsNotUndoneByAnAnswerThatComesLate() {
        window.go("/reports/daily_ctr");
        window.answersTake(800);
        page.locator("#control-color").selectOption("CustomerType");
        page.waitForTimeout(300);
        page.locator("[data-nav=home]").click();
        assertThat(page).hasURL(demo.url() + "/");
        page.waitForTimeout(1500);
        assertThat(page).hasURL(demo.url() + "/");
        assertThat(page.locator("#report")).hasCount(0);
    }
}
