package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A dashboard of one's own, made on the page of the configuration.
 *
 * @param channel the only one that counts in it
 */
public record OwnDashboard(Page page, Hand hand, String channel) {
    private static final String IMPORT = "It needs an import of 1 file, which runs in the background."
            + " Pages show the numbers from before until it is complete, and then all change at once.";
    private static final String METRIC = "engagement_own";

    private Locator field(String path) {
        return page.locator("[id='field-" + path + "']");
    }

    public void step(String key) {
        hand.press(page.locator("[data-step-link=" + key + "]"));
        assertThat(page.locator("[data-step-link=" + key + "][aria-current=step]"))
                .isVisible();
    }

    /** Only rows of one channel. */
    public void filter() {
        Locator builder = field("ih.extensions.filter-expression");
        hand.press(builder.getByText("Add condition"));
        condition(builder, "Channel", "is", channel);
    }

    /** Cards of the bank and those of its partners, by the name of an action. */
    public void column() {
        Locator builder = field("ih.extensions.columns-expression");
        hand.press(builder.getByText("Add calculated column"));
        assertThat(field("ih.extensions.filter")).hasValue("pl.col(\"Channel\") == \"" + channel + "\"");
        hand.write(builder.locator("[data-name]"), "Product");
        hand.choose(builder.locator("[data-shape]").first(), "by conditions");
        condition(builder.locator("[data-branch]"), "Name", "begins with", "UPlus");
        hand.write(builder.locator("[data-branch] > .branch-result [data-typed]"), "Own");
        hand.write(builder.locator("[data-otherwise] [data-typed]"), "Partner");
        hand.press(page.locator("#health summary"));
        assertThat(field("ih.extensions.columns")).hasValue("""
                [
                    pl.when(pl.col("Name").str.starts_with("UPlus")).then(pl.lit("Own"))
                      .otherwise(pl.lit("Partner")).alias("Product"),
                ]""");
        assertThat(builder.locator(".effect-table tbody tr").first())
                .hasText(Pattern.compile("UPlus\\w+Own|(VisaGold|AMEXPersonal|MasterCard\\w+)Partner"));
    }

    private void condition(Locator builder, String name, String operator, String value) {
        hand.write(builder.locator("[data-test] [data-field]"), name);
        hand.choose(builder.locator("[data-test] [data-asks]"), operator);
        hand.write(builder.locator("[data-test] [data-typed]"), value);
    }

    /** Clicks by groups of the export and by the calculated one, without those who rejected an offer. */
    public void metric() {
        hand.write(page.locator("#add-metric-name"), "own");
        hand.press(page.locator("#add-metric button"));
        assertThat(page.locator("#entry-name")).hasValue(METRIC);
        hand.choose(page.locator("#outcome-Rejected select"), "left out");
        Locator groups = field("metrics." + METRIC + ".group_by-field");
        for (String gone : List.of("Quarter", "Year")) {
            hand.press(groups.getByLabel("Remove " + gone, new Locator.GetByLabelOptions().setExact(true)));
            assertThat(groups.getByText(gone)).hasCount(0);
        }
        hand.write(groups.locator("[data-name-new]"), "Product");
        hand.press(groups.locator("[data-name-add]"));
        assertThat(groups.locator(".name").last()).containsText("Product");
        assertThat(page.locator("#cells-body")).containsText("expected, estimated for 127,123 rows");
        assertThat(page.locator("[data-step-link=metrics] .progress-state"))
                .not()
                .hasText("Blocked");
    }

    /** Looks at what applying does. */
    public void review() {
        hand.press(page.locator("#review"));
        assertThat(page.locator("#need")).hasText(IMPORT);
    }

    /** Applies what has to be counted from the upload again, and does something else until that is done. */
    public void applyWithImport(Runnable meanwhile) {
        hand.press(page.locator("#apply button"));
        Locator applying = page.locator("#applying");
        while (applying.getAttribute("data-state").equals("importing")) {
            meanwhile.run();
        }
        assertThat(applying.locator("h2")).hasText("The configuration is applied, and all pages show it");
    }

    /** A report of the new metric, drawn while it is made. */
    public void report() {
        hand.press(page.getByText("Go on editing"));
        step("reports");
        // Of a long library only what is wanted has to be passed
        hand.write(page.locator("#library-search"), "own_");
        hand.choose(page.locator("#add-report-metric"), METRIC);
        hand.write(page.locator("#add-report-name"), "own_products");
        hand.press(page.locator("#add-report button"));
        hand.choose(field("reports.own_products.x"), "Product");
        hand.write(field("reports.own_products.description"), "[OWN] Click-through rate by product");
        drawn("own_products", ".cartesianlayer .bars");
        assertThat(page.locator("#preview .plot .xtick").getByText("Partner")).isVisible();
    }

    /** Two more, as charts of other types; none of them needs an import. */
    public void moreReports() {
        copied("own_map", "Treemap", ".treemaplayer");
        copied("own_gauges", "Gauges", ".indicatorlayer");
        assertThat(page.locator("#health-words")).hasText(Pattern.compile("No problems|0 errors.*"));
        hand.press(page.locator("#review"));
        assertThat(page.locator("#need")).hasText("It needs no import: pages show it at once.");
        hand.press(page.locator("#apply button"));
        hand.press(page.getByText("Open the reports"));
    }

    /** Another report of the same, as a chart of another type. */
    private void copied(String name, String type, String chart) {
        hand.write(page.locator("#copy-name"), name);
        hand.press(page.locator("#copy-entry button"));
        hand.choose(field("reports." + name + ".type"), type);
        drawn(name, chart);
    }

    private void drawn(String name, String chart) {
        assertThat(page.locator("#entry-name")).hasValue(name);
        assertThat(page.locator("#preview .plot " + chart).first()).isAttached();
    }

    /** Opens the first of the reports from the menu of all. */
    public void open() {
        hand.write(page.locator("#menu-search"), "by product");
        Locator report = page.locator("#menu [data-report=own_products]");
        hand.press(report);
        assertThat(report).hasAttribute("aria-current", "page");
    }
}
