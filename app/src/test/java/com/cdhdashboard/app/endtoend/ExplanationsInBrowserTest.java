package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnceForAll.class)
class ExplanationsInBrowserTest {
    private static final Pattern FILLED = Pattern.compile("[0-9,]+ / \\([0-9,]+ \\+ [0-9,]+\\) = [0-9.]+\u00a0%");

    @Test
    void aClickOnANumberTellsWhatItIs(Chromium chromium, Demo demo) {
        try (Window window = chromium.open(demo.url())) {
            Page page = window.go("/reports/daily_ctr?sort=-CTR");
            Locator row = page.locator("#data tbody tr").nth(2);
            String day = row.locator("td.date").textContent();
            row.locator("td.num").first().click();
            Locator answer = page.locator("#what");
            assertThat(answer.locator(".what-group")).containsText(day);
            assertThat(answer.locator("#explanation > .number")).hasCount(1);
            assertThat(answer.locator("#explanation > .number .number-here")).hasText(FILLED);
            assertThat(row).hasClass("asked");
            answer.locator(".what-links a:visible").click();
            assertThat(page.locator("[data-chip=Day]")).isVisible();
            assertThat(page.locator("#data-count")).hasText("1 row");
        }
    }

    @Test
    void theKeyboardAloneAsksAndReturns(Chromium chromium, Demo demo) {
        try (Window window = chromium.open(demo.url())) {
            Page page = window.go("/reports/daily_ctr");
            Locator head = page.locator("#data thead .ask[value=CTR]");
            head.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#what .number")).hasCount(1);
            assertThat(page.locator("#what h2")).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator("#what")).isHidden();
            assertThat(head).isFocused();
            Locator mark = page.locator("#data tbody .ask").first();
            mark.focus();
            page.keyboard().press("Space");
            assertThat(page.locator("#what [data-number=CTR] .number-here")).hasText(FILLED);
            page.keyboard().press("Escape");
            assertThat(mark).isFocused();
        }
    }

    @Test
    void onATelephoneTheAnswerFits(Chromium chromium, Demo demo) {
        try (Window window = chromium.openSmall(demo.url())) {
            Page page = window.go("/reports/daily_ctr");
            page.locator("#data tbody .ask").nth(4).click();
            assertThat(page.locator("#what .number").first()).isVisible();
            BoundingBox box = page.locator("#what").boundingBox();
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(390);
            assertThat(box.y + box.height).isLessThanOrEqualTo(844);
            page.locator("#what .what-close").click();
            assertThat(page.locator("#what")).isHidden();
        }
    }

    @Test
    void theMarkOfACardTellsWhatItsNumberIs(Chromium chromium, Demo demo) {
        try (Window window = chromium.open(demo.url())) {
            Page page = window.go("/dashboard");
            page.locator("[data-card='Click-through rate'] .ask").click();
            Locator answer = page.locator("[data-card='Click-through rate'] .what");
            assertThat(answer).isVisible();
            assertThat(answer).containsText("CTR = P / (P + N). Here: ");
        }
    }

    @Test
    void everyNumberOfEveryTableHasItsMark(Chromium chromium, Demo demo) {
        try (Window window = chromium.open(demo.url())) {
            window.go("/reports");
            List<String> reports = window.find("#menu a[data-report]").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(reports).hasSizeGreaterThan(20);
            for (String report : reports) {
                Page page = window.go(report);
                assertThat(page.locator("#data thead th.num:not(:has(.ask))").allTextContents())
                        .as(report)
                        .isEmpty();
            }
        }
    }
}
