package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The configuration as it is edited with mouse and keyboard; a window that saw any trouble fails when it is closed. */
@ExtendWith(OnceForAll.class)
class ConfigurationInBrowserTest {
    private static final List<String> STEPS =
            List.of("general", "ih", "holdings", "metrics", "reports", "variants", "chat", "toml");

    private static final int MOST_WAITS = 600;

    private static Locator field(Page page, String path) {
        return page.locator("[id='field-" + path + "']");
    }

    private static Locator around(Page page, String path) {
        return page.locator("[id='field-" + path + "-field']");
    }

    /** Waits until the draft that a page shows holds a text. */
    private static void awaitSaved(Page page, String text) {
        for (int wait = 0; !saved(page).contains(text); wait++) {
            assertThat(wait).as(text).isLessThan(MOST_WAITS);
            page.waitForTimeout(50);
        }
    }

    private static String saved(Page page) {
        String draft = page.url().replaceAll("^[^?]*", "");
        return page.request().get("/configuration/download" + draft).text();
    }

    @Test
    void problemsComeAndGoWhileTypingAndTheCursorStays(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/general");
            Locator interval = field(page, "ux.refresh_interval");
            Object element = interval.evaluateHandle("element => element");
            interval.fill("5");
            assertThat(around(page, "ux.refresh_interval").locator(".field-problem"))
                    .containsText("5 is not a whole number of milliseconds");
            assertThat(page.locator("[data-step-link=general] .progress-state")).hasText("Blocked");
            interval.pressSequentially("0000", new Locator.PressSequentiallyOptions().setDelay(30));
            assertThat(page.locator("[data-step-link=general] .progress-state")).hasText("Ready");
            assertThat(interval).hasValue("50000");
            assertThat(interval).isFocused();
            assertThat(interval.evaluate("(now, before) => now === before", element))
                    .isEqualTo(true);
            around(page, "ux.refresh_interval").locator("[data-action=reset]").focus();
            page.keyboard().press("Enter");
            assertThat(around(page, "ux.refresh_interval").locator(".not-set")).hasText("not set");
            assertThat(interval).hasValue("");
            assertThat(interval).isFocused();
            page.locator("[data-step-back=undo]").click();
            assertThat(interval).hasValue("50000");
        }
    }

    @Test
    void aStepThatIsOpenedAtOnceShowsTheDraftAndListsAndTablesAreEdited(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/general");
            field(page, "copyright.name").fill("Bank \"A\"");
            page.locator("[data-step-link=ih]").click();
            assertThat(page).hasURL(Pattern.compile("/configuration/ih\\?draft="));
            Locator defaults = around(page, "ih.extensions.default_values");
            defaults.locator("[data-row-new]").fill("Odd \"field\"");
            page.keyboard().press("Enter");
            Locator row = defaults.locator(".row-entry").last();
            assertThat(row.locator("[data-row-key]")).hasValue("Odd \"field\"");
            row.locator("[data-row-value]").fill("2024");
            awaitSaved(page, "\"Odd \\\"field\\\"\" = \"2024\"");
            row.locator("[data-row-as]").selectOption("number");
            awaitSaved(page, "\"Odd \\\"field\\\"\" = 2024");
            page.locator("[data-step-link=metrics]").click();
            Locator filters = around(page, "metrics.global_filters");
            filters.locator("[data-name-new]").fill("Direction");
            page.keyboard().press("Enter");
            assertThat(filters.locator(".name").last()).containsText("Direction");
            filters.locator("[aria-label='Remove Direction']").click();
            assertThat(filters.locator("[aria-label='Remove Direction']")).hasCount(0);
            page.locator("[data-step-link=general]").click();
            assertThat(field(page, "copyright.name")).hasValue("Bank \"A\"");
        }
    }

    @Test
    void theTextIsCompletedCheckedAndLeftWithTheKeyboard(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/toml");
            page.locator(".CodeMirror").waitFor();
            page.locator(".CodeMirror-line").getByText("[ux]").click();
            page.keyboard().press("End");
            page.keyboard().type("\nrefresh_i");
            page.keyboard().press("Control+Space");
            assertThat(page.locator(".CodeMirror-hint").first()).containsText("refresh_interval");
            page.keyboard().press("Enter");
            page.keyboard().type("7\nbroken =");
            assertThat(page.locator(".problem-line.error")
                            .getByText("not valid TOML")
                            .first())
                    .isVisible();
            page.locator("[data-step-link=ih]").click();
            page.locator("#broken a").click();
            assertThat(page.locator(".CodeMirror-focused")).hasCount(1);
            page.keyboard().press("Escape");
            page.keyboard().press("Shift+Tab");
            assertThat(page.locator(".CodeMirror-focused")).hasCount(0);
        }
    }

    @Test
    void whatAnotherWindowChangedIsToldAndNothingIsLost(Chromium browser, Demo demo) {
        try (Window first = browser.open(demo.url());
                Window second = browser.open(demo.url())) {
            Page mine = first.go("/configuration/general");
            field(mine, "copyright.name").fill("Mine");
            awaitSaved(mine, "\"Mine\"");
            Page theirs = second.go(mine.url().substring(demo.url().length()));
            field(mine, "copyright.version").fill("2");
            awaitSaved(mine, "version = \"2\"");
            field(theirs, "copyright.name").fill("Theirs");
            assertThat(theirs.locator("#editor-notice"))
                    .containsText("Your change of copyright.name to \"Theirs\" was not made.");
            assertThat(field(theirs, "copyright.version")).hasValue("2");
            theirs.locator("[data-again]").click();
            awaitSaved(theirs, "\"Theirs\"");
            assertThat(theirs.locator("#editor-notice .stale")).hasCount(0);
        }
    }

    @Test
    void everyStepIsShownInTheDarkAndOnATelephone(Chromium browser, Demo demo) {
        try (Window window = browser.openSmall(demo.url())) {
            for (String step : STEPS) {
                Page page = window.go("/configuration/" + step + "?theme=dark");
                page.locator("#step").waitFor();
                Object overhang = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
                assertThat(((Number) overhang).intValue()).as(step).isNotPositive();
            }
        }
    }

    @Test
    void openPagesAreToldWhenAnotherConfigurationIsApplied(Chromium browser, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ours.toml"), """
                        [copyright]
                        name = "Ours"
                        version = "1"

                        [ih]
                        file_type = "parquet"
                        file_pattern = "**/*"

                        [metrics]
                        global_filters = []
                        """);
        try (InstalledProgram.Server server =
                        InstalledProgram.serve(Optional.of(file), folder.resolve("data"), List.of());
                Window reader = browser.open(server.url());
                Window author = browser.open(server.url())) {
            Page open = reader.go("/");
            Page page = author.go("/configuration/general");
            field(page, "copyright.name").fill("Everybody's");
            page.locator("#review").click();
            page.locator("#apply button").click();
            assertThat(page.locator("#applying h2")).hasText("The configuration is applied, and all pages show it");
            assertThat(Files.readString(file)).contains("name = \"Everybody's\"");
            open.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            open.locator("#stale button").click();
            assertThat(open.locator(".brand-name")).hasText("Everybody's");
        }
    }
}
