package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.scripted.Reply;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chats as somebody has them in a browser. */
@ExtendWith(OnceForAll.class)
class AssistantInBrowserTest {
    private static final String LAST = "#talk .talk-exchange:last-child ";

    @Test
    void aQuestionIsAskedUnderstoodAndFollowedToItsNumbers(Chromium chromium, Demo demo) throws Exception {
        Asker.at(demo.url()).post("/assistant/withdraw");
        demo.models().always(Asker.RATES);
        try (Window window = chromium.open(demo.url())) {
            Page page = window.go("/");
            page.locator("[data-nav=ask]").click();
            page.locator("#not-agreed a").click();
            page.locator("#agree").click();
            assertThat(page.locator("#question")).isFocused();
            page.keyboard().type("Which channel");
            page.keyboard().press("Shift+Enter");
            page.keyboard().type("has the best rate?");
            page.keyboard().press("Enter");
            page.locator(LAST + ".talk-tools").waitFor();
            assertThat(page.locator("#announce")).hasText("The answer is there.");
            assertThat(page.locator("#question")).isFocused();
            assertThat(page.locator("#question")).hasValue("");
            assertThat(page.locator(LAST + ".talk-question p")).hasText("Which channel\nhas the best rate?");
            window.awaitCharts();

            Locator number = page.locator(LAST + "a.number").first();
            String said = number.textContent();
            number.click();
            assertThat(page.locator(".pointed")).hasText(said);
            assertThat(page.locator(".pointed")).isFocused();
            page.locator("#q1 [data-open]").click();
            assertThat(page.locator("h1")).hasText("Click-through rate by Channel");
            window.awaitCharts();
        }
    }

    @Test
    void anAnswerIsSeenWhileItComesStoppedAskedAgainAndItsChatDeleted(Chromium chromium, Demo demo) throws Exception {
        Asker.at(demo.url()).agree();
        demo.models()
                .always(asked -> Reply.says("First of all. " + "It goes on. ".repeat(200))
                        .slowly(Duration.ofMillis(30)));
        try (Window window = chromium.open(demo.url())) {
            Page page = window.go("/assistant");
            page.locator("#question").fill("Tell me all");
            page.keyboard().press("Enter");
            assertThat(page.locator(LAST + ".talk-coming .talk-prose")).containsText("First of all.");
            page.locator("#question").fill("kept meanwhile");
            page.locator("#stop").click();
            assertThat(page.locator(LAST + ".talk-failure")).hasText("Stopped before there was an answer.");
            assertThat(page.locator("#question")).hasValue("kept meanwhile");

            demo.models().always(asked -> Reply.says("That is all."));
            page.locator(LAST + "[data-again]").click();
            assertThat(page.locator(LAST + ".talk-prose")).hasText("That is all.");
            page.locator("#bring-back").click();
            assertThat(page.locator(LAST + ".talk-failure")).hasText("Stopped before there was an answer.");
            page.locator(".talk-edit").click();
            assertThat(page.locator("#question")).hasValue("Tell me all");
            page.locator("#question").fill("Tell me less");
            page.locator("#send").click();
            assertThat(page.locator(LAST + ".talk-question p")).hasText("Tell me less");
            assertThat(page.locator(LAST + ".talk-prose")).hasText("That is all.");

            page.locator("#delete").click();
            assertThat(page.locator("#notice span")).hasText("The chat \"Tell me all\" is deleted.");
            page.locator("#notice button").click();
            assertThat(page.locator(LAST + ".talk-question p")).hasText("Tell me less");
        }
    }

    /** What assistive technology needs of every control and picture. */
    @Test
    void everythingHasANameOnEveryPage(Chromium chromium, Demo demo) throws Exception {
        demo.models().always(Asker.RATES);
        try (Window window = chromium.openSmall(demo.url())) {
            Asker.at(demo.url()).agree();
            Page page = window.go("/assistant");
            page.locator(".talk-suggestions button").first().click();
            page.locator(LAST + ".talk-tools").waitFor();
            for (String path : List.of(page.url(), "/assistant", "/assistant/consent", "/assistant/log")) {
                window.go(path);
                Object nameless = page.evaluate("""
                        () => Array.from(document.querySelectorAll("#content :is(button, a[href], input, select, textarea)"))
                            .filter(each => each.type !== "hidden" && !each.labels?.length
                                && !each.getAttribute("aria-label") && !each.textContent.trim())
                            .map(each => each.outerHTML)
                        """);
                assertThat((List<?>) nameless).as(path).isEmpty();
                Object doubled = page.evaluate("""
                        () => Array.from(document.querySelectorAll("[id]"), each => each.id)
                            .filter((id, i, all) => all.indexOf(id) !== i)
                        """);
                assertThat((List<?>) doubled).as(path).isEmpty();
                Object overhang = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
                assertThat(((Number) overhang).intValue()).as(path).isNotPositive();
            }
        }
    }
}
