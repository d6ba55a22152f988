package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a reader starts: what changed, what was open last, and why numbers are not those of the prototype. */
@ExtendWith(OnceForAll.class)
class HomeInBrowserTest {
    private static final String ROW = "{\"pxInteractionID\":\"%d\",\"pySubjectID\":\"C-%d\",\"pyChannel\":\"%s\","
            + "\"pyDirection\":\"Inbound\",\"pyIssue\":\"Sales\",\"pyGroup\":\"Cards\",\"pyName\":\"GoldCard\",\"pxRank\":1,\"pyOutcome\":\"%s\","
            + "\"pxOutcomeTime\":\"202407%02dT100000.000 GMT\",\"pxDecisionTime\":\"202407%02dT100000.000 GMT\"}";

    private Chromium browser;
    private Demo demo;
    private Window window;
    private Page page;

    @BeforeEach
    void open(Chromium chromium, Demo shared) {
        browser = chromium;
        demo = shared;
        window = browser.open(demo.url());
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aFindingLeadsToTheRowsThatItSpeaksOf(@TempDir Path folder) throws IOException {
        CaseStore store = CaseStore.in(folder.resolve("data"));
        InstalledProgram.Outcome imported = store.importing(clicksOfTwoWeeks(folder.resolve("clicks.json")));
        assertThat(imported.code()).as(imported.err()).isZero();
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), store.data(), List.of(folder));
                Window own = browser.open(server.url())) {
            Page start = own.go("/");
            Locator finding = start.locator("#findings .finding.good a");
            assertThat(finding.first()).hasText("Click-through rate rose from 5.0 % to 15.0 %");
            assertThat(finding.filter(new Locator.FilterOptions().setHasText("Email")))
                    .hasCount(0);
            finding.filter(new Locator.FilterOptions().setHasText("(Channel: Web)"))
                    .click();
            assertThat(start.locator("[data-chip] .chip-text"))
                    .hasText(new String[] {"Period 8–14 Jul 2024", "Compared with 1–7 Jul 2024", "Channel Web"});
            assertThat(start.locator("[data-card='Click-through rate']"))
                    .containsText("+20 pp against 5.0 % for 1–7 Jul 2024");
            start.goBack();
            assertThat(finding.first()).isVisible();
        }
    }

    /** Of a hundred offers a day by email five are clicked; on the web five in the first week and 25 in the second. */
    private static Path clicksOfTwoWeeks(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 14; day++) {
            for (int shown = 0; shown < 200; shown++) {
                boolean web = shown % 2 == 0;
                String outcome = shown / 2 < (web && day > 7 ? 25 : 5) ? "Clicked" : "Impression";
                lines.add(ROW.formatted(day * 1000 + shown, shown, web ? "Web" : "Email", outcome, day, day));
            }
        }
        return Files.write(file, lines);
    }

    @Test
    void theReportsOfThisBrowserAreListedTheLastOneFirst() {
        window.go("/");
        assertThat(page.locator("#recent")).isHidden();
        window.go("/reports/ctr_map");
        window.go("/reports/daily_ctr?filter.Channel=Web");
        page.locator("[data-nav=home]").click();
        Locator recent = page.locator("#recent a");
        assertThat(recent).hasCount(2);
        assertThat(recent.first()).hasAttribute("href", "/reports/daily_ctr?filter.Channel=Web");
        page.evaluate(
                "() => localStorage.setItem('recent-reports', '[{\"title\":\"x\",\"url\":\"/\\\\t/elsewhere.example/\"},"
                        + "{\"title\":\"<img src=x>\",\"url\":\"/reports/ctr_map\"}]')");
        page.reload();
        assertThat(recent).hasText(new String[] {"<img src=x>"});
    }

    @Test
    void whatDiffersFromThePrototypeIsToldWithTheFiguresOfBoth() {
        window.go("/");
        page.locator(".home-foot a").click();
        assertThat(page).hasURL(demo.url() + "/differences");
        assertThat(page.locator("[data-difference] .fact-value").allTextContents())
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(text -> !text.isBlank());
        assertThat(page.locator("[data-difference] h2"))
                .hasText(new String[] {"Click-through rate", "Conversion rate", "Conversions", "AUC", "Personalization"
                });
    }
}
