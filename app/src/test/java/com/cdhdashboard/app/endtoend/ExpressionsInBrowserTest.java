package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Filters and calculated columns as conditions and as text, with what they do to the sampled rows. */
@ExtendWith(OnceForAll.class)
class ExpressionsInBrowserTest {
    private static final String FILTER = "field-ih.extensions.filter";

    private static Locator text(Page page) {
        return page.locator("[id='" + FILTER + "']");
    }

    private static Locator beside(Page page) {
        return page.locator("[id='" + FILTER + "-expression']");
    }

    @Test
    void conditionsBecomeTextAndTextBecomesConditionsByKeyboard(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/ih");
            assertThat(beside(page).locator("[data-effect=kept]")).hasText(Pattern.compile("\\d+"));
            assertThat(beside(page).locator("[data-test] [data-typed]").first()).hasValue("Impression");

            text(page).fill("pl.col(\"Channel\") == \"Web\"  # of the site");
            assertThat(beside(page).locator("[data-typed]")).hasCount(1);
            assertThat(beside(page).locator("[data-typed]")).hasValue("Web");
            assertThat(beside(page).locator(".expression-remark"))
                    .hasText("The text has comments, which are lost when the form changes it.");
            beside(page).getByText("Add condition").focus();
            page.keyboard().press("Enter");
            assertThat(beside(page).locator("[data-test]")).hasCount(2);
            Locator added = beside(page).locator("[data-test]").nth(1);
            Object menu = added.locator("[data-asks]").evaluateHandle("element => element");
            added.locator("[data-field]").fill("Rank");
            page.keyboard().press("Tab");
            assertThat(text(page)).hasValue("(pl.col(\"Channel\") == \"Web\") & pl.col(\"Rank\").is_not_null()");
            assertThat(added.locator("[data-asks]").evaluate("(now, before) => now === before", menu))
                    .as("a menu that is being opened stays")
                    .isEqualTo(true);
            added.locator("[data-asks]").selectOption("IS_NULL");
            assertThat(beside(page).locator("[data-effect=kept]")).hasText("0");
            assertThat(text(page)).hasValue("(pl.col(\"Channel\") == \"Web\") & pl.col(\"Rank\").is_null()");
            beside(page).locator("[data-operator]").selectOption("OR");
            assertThat(text(page)).hasValue("(pl.col(\"Channel\") == \"Web\") | pl.col(\"Rank\").is_null()");
            added.getByText("Remove").click();
            assertThat(text(page)).hasValue("pl.col(\"Channel\") == \"Web\"");
            assertThat(page.locator("[data-step-back=undo]")).isEnabled();
        }
    }

    @Test
    void theFirstConditionOfAnEmptyFilterStays(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/ih");
            Locator field = page.locator("[id='" + FILTER + "-field']");
            field.locator("[data-action=reset]").click();
            assertThat(field.locator(".not-set")).isVisible();
            assertThat(beside(page).locator("[data-test]")).hasCount(0);
            beside(page).getByText("Add condition").click();
            assertThat(field.locator(".not-set")).hasCount(0);
            assertThat(text(page)).hasValue(Pattern.compile("pl\\.col\\(\"\\w+\"\\)\\.is_not_null\\(\\)"));
            assertThat(beside(page).locator("[data-test]")).hasCount(1);
        }
    }

    @Test
    void whatCannotBeShownSaysWhyAndUnknownFieldsAreGuessed(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/ih");
            assertThat(beside(page).locator("[data-effect=kept]")).isVisible();
            text(page).fill("pl.col(\"Chanel\") == \"Web\"");
            assertThat(beside(page).locator(".field-problem"))
                    .hasText("there is no column \"Chanel\"; did you mean \"Channel\"?");
            text(page).fill("pl.col(\"Propensity\").cast(pl.Int8) == 0");
            assertThat(beside(page).locator("[data-passage-text]"))
                    .hasValue("pl.col(\"Propensity\").cast(pl.Int8) == 0");
            text(page).fill("pl.col(\"Channel\") = 1");
            assertThat(beside(page).locator(".expression-remark"))
                    .hasText("This stays text, because \"=\" assigns; compare with \"==\".");
        }
    }

    @Test
    void whatAFilterDoesFollowsTheRestOfTheDraft(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/ih");
            assertThat(beside(page).locator("[data-effect=kept]")).isVisible();
            text(page).fill("pl.col(\"CustomerType\") == \"Unknown\"");
            assertThat(beside(page).locator("[data-typed]")).hasCount(1);
            Locator kept = beside(page).locator("[data-effect=kept]");
            assertThat(kept).hasText(Pattern.compile("[1-9]\\d*"));
            page.locator("[id='field-ih.extensions.default_values.CustomerType'] [data-row-value]")
                    .fill("Somebody");
            assertThat(kept).hasText("0");
        }
    }

    @Test
    void aColumnIsCalculatedByConditionsWithTheKeyboardAndFollowsItsText(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/ih");
            Locator text = page.locator("[id='field-ih.extensions.columns']");
            Locator builder = page.locator("[id='field-ih.extensions.columns-expression']");
            builder.getByText("Add calculated column").focus();
            page.keyboard().press("Enter");
            Locator column = builder.locator("[data-column]").nth(1);
            Locator name = column.locator("[data-name]");
            assertThat(name).isFocused();
            page.keyboard().type("Reach");
            page.keyboard().press("Tab");
            column.locator("[data-shape]").first().selectOption("CALCULATION");
            assertThat(text).hasValue(endsWith("(pl.lit(\"\") + \"\").alias(\"Reach\"),\n]"));
            column.locator("[data-type]").first().selectOption("FIELD");
            Locator field = column.locator("[data-typed]").first();
            assertThat(field).hasValue("InteractionID");
            field.fill("Channel");
            page.keyboard().press("Enter");
            assertThat(text).hasValue(endsWith("(pl.col(\"Channel\") + \"\").alias(\"Reach\"),\n]"));
            column.locator("[data-shape]").first().selectOption("CHOICE");
            column.locator("[data-field]").fill("Propensity");
            column.locator("[data-asks]").selectOption("GREATER");
            column.locator("[data-otherwise] [data-shape]").selectOption("NONE");
            assertThat(text)
                    .hasValue(endsWith("pl.when(pl.col(\"Propensity\") > \"\")"
                            + ".then(pl.col(\"Channel\") + \"\").alias(\"Reach\"),\n]"));
            assertThat(builder.locator(".field-problem"))
                    .hasText("\">\" compares a number with a text; write the number in quotes, or cast"
                            + " one side: .cast(pl.Utf8) or .cast(pl.Float64)");
            column.locator("[data-test] [data-type]").selectOption("NUMBER");
            assertThat(builder.locator(".effect-table thead th").last()).hasText("Reach");

            text.fill("(pl.col(\"Propensity\").round(2)).alias(\"Other\")");
            assertThat(builder.locator("[data-column]")).hasCount(1);
            assertThat(builder.locator("[data-name]")).hasValue("Other");
            assertThat(builder.locator("[data-formula=TEXT] .expression-remark"))
                    .hasText("This part stays text: the form shows a field, a value, several of them calculated, or a"
                            + " choice.");
            builder.getByText("Remove").click();
            assertThat(text).hasValue("");
        }
    }

    /** For the browser, which knows no quoted patterns. */
    private static Pattern endsWith(String text) {
        return Pattern.compile(text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0") + "$");
    }

    @Test
    void namesAreCompletedFromTheDataByKeyboardAndUnknownOnesAreMarked(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/metrics?item=engagement");
            Locator field = page.locator("[id='field-metrics.engagement.group_by-field']");
            Locator input = field.locator("[data-name-new]");
            Locator options = page.locator("#fields-list [role=option]");
            input.focus();
            page.keyboard().press("ArrowDown");
            assertThat(options.first()).isVisible();
            assertThat(options.filter(named("SubjectID"))).hasText("SubjectIDits values are not kept in the sample");
            page.keyboard().type("placeme");
            assertThat(options).hasCount(1);
            assertThat(options).containsText("values, most often Homepage");
            page.keyboard().press("ArrowDown");
            assertThat(input).hasAttribute("aria-activedescendant", "fields-list-0");
            page.keyboard().press("Enter");
            assertThat(field.locator(".name").last()).hasText("Placement");
            assertThat(input).isFocused();
            page.keyboard().type("Chanel");
            page.keyboard().press("Enter");
            assertThat(field.locator(".field-problem.hint"))
                    .hasText("hint the imported data have no field \"Chanel\"; did you mean \"Channel\"?");

            page.locator("[data-step-link=ih]").click();
            Locator defaults = page.locator("[id='field-ih.extensions.default_values-field']");
            defaults.locator("[data-row-new]").fill("Propensi");
            options.first().click();
            Locator row = page.locator("[id='field-ih.extensions.default_values.Propensity']");
            assertThat(row.locator("select")).hasValue("number");
            row.locator("select").selectOption("text");
            row.locator("[data-row-value]").fill("2024");
            assertThat(row.locator("select")).hasValue("text");
            row.locator("[data-row-value]").fill("high");
            assertThat(defaults.locator(".field-problem.hint"))
                    .hasText("hint Propensity: the default does not fit the column: \"high\" is not a value of"
                            + " Propensity; a number is expected, such as 0.25");

            page.locator("[data-step-link=toml]").click();
            page.locator(".CodeMirror").waitFor();
            page.evaluate("""
                    const code = document.querySelector(".CodeMirror").CodeMirror;
                    code.replaceRange('group_by = [\\n  "Day",\\n  "Placem\\n]\\n', { line: code.getValue().split("\\n").indexOf("[metrics.engagement]") + 1, ch: 0 });
                    code.setCursor(code.getValue().split("\\n").indexOf('  "Placem'), 9);
                    code.focus();
                    """);
            page.keyboard().press("Control+Space");
            assertThat(page.locator(".CodeMirror-hint").first()).containsText("Placement  text");
        }
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    @Test
    void calculatedColumnsAreShownBeforeAndAfterOnAPhoneToo(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/configuration/ih");
            page.setViewportSize(390, 844);
            Locator columns = page.locator("[id='field-ih.extensions.columns-expression']");
            assertThat(columns.locator(".effect-table thead th").last()).hasText("PropensityBand");
            assertThat(columns.locator(".effect-table tbody tr")).hasCount(5);
            assertThat(beside(page).locator("[data-effect=kept]")).isVisible();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing is wider than the window")
                    .isTrue();
        }
    }
}
