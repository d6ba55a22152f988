package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The step Reports of the page of the configuration, and the way to it from a report, asked over HTTP. */
class ReportsStepTest {
    private static final String DEMO = ConfigurationReader.demoText();
    private static Site site;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = new Site(FixtureWorkspace.configured(ConfigurationReader.demo().configuration()), folder, 1000);
        token = site.token();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static EntryEditor editor() {
        return new EntryEditor(site);
    }

    @Test
    void theLibraryHasWhatASearchLooksThrough() {
        Document page = site.page("/configuration/reports");
        assertThat(page.select("#library .shelf-item").eachAttr("data-name"))
                .containsExactlyElementsOf(ConfigurationReader.demo().configuration().reports().stream()
                        .map(report -> report.key())
                        .toList());
        assertThat(page.select("[data-name=daily_ctr]").attr("data-tag")).isEqualTo("ENG");
        assertThat(page.select("#library-tag option").eachText()).contains("every tag", "ENG", "CLV");
        assertThat(page.select("#library-type option").eachText()).contains("line", "heatmap");
    }

    @ParameterizedTest
    @CsvSource({
        "engagement, line, Click-through rate by Day",
        "conversion, line, Conversion rate by Day",
        "descriptive, line, Values of Outcome by Month",
        "experiment, line, Comparison of arms",
        "clv, histogram, Recency"
    })
    void aReportIsAddedSoThatItIsDrawn(String metric, String type, String title) {
        EntryEditor editor = editor().act("reports", "", "action=add", "metric=" + metric, "to=");
        String name = metric + "_report";
        assertThat(editor.toml().value(List.of("reports", name, "type"))).contains(type);
        assertThat(editor.toml().value(List.of("reports", name, "description"))).contains(title);
        assertThat(editor.shown().select("#health-words").text()).isEqualTo("No problems");
        Document preview = editor.preview(name);
        assertThat(preview.select("#preview-body")).hasSize(1);
        assertThat(preview.text()).doesNotContain("has errors");
    }

    @Test
    void passingThroughTheTypesLeavesNothingIdle() {
        EntryEditor editor = editor().act("reports", "", "action=add", "metric=engagement", "to=");
        String name = "engagement_report";
        for (String type : List.of("bar_polar", "gauge", "treemap", "heatmap", "scatter", "generic", "line")) {
            editor.act(
                    "reports",
                    name,
                    "action=set",
                    "as=text",
                    "path=reports",
                    "path=" + name,
                    "path=type",
                    "value=" + type);
            assertThat(editor.shown().select("#health-words").text()).as(type).isEqualTo("No problems");
        }
    }

    @Test
    void aReportIsCalledByWhatItShowsUntilItIsNamed() {
        EntryEditor editor = editor().act("metrics", "", "action=add", "family=engagement", "to=web")
                .act("reports", "", "action=add", "metric=engagement_web", "to=");
        String report = "engagement_web_report";
        assertThat(description(editor, report)).contains("Click-through rate by Day (engagement_web)");
        set(editor, report, "y", "Clicks");
        set(editor, report, "x", "Channel");
        assertThat(description(editor, report)).contains("Clicks by Channel (engagement_web)");
        set(editor, report, "description", "Mine");
        set(editor, report, "x", "Day");
        assertThat(description(editor, report)).contains("Mine");
        assertThat(editor.preview(report).select("[data-reason]").text())
                .isEqualTo(
                        "The metric \"engagement_web\" is new in this draft. It is counted when the draft is applied;"
                                + " this chart shows then.");
    }

    @Test
    void aChartOfAMetricThatIsCountedInAnotherWaySaysSo() {
        EntryEditor editor = editor();
        String added =
                "The metric \"engagement\" is changed in this draft, which is counted when the draft is applied.";
        set(editor, "daily_ctr", "color", "Issue");
        assertThat(editor.preview("daily_ctr").select(".field-problem")).isEmpty();
        editor.act("metrics", "engagement", "action=outcome", "outcome=Dismissed", "as=negative");
        assertThat(editor.preview("daily_ctr").select(".field-problem").text())
                .isEqualTo(added + " Until then this shows the numbers as they are counted now.");
        editor.act(
                "metrics",
                "engagement",
                "action=set",
                "as=list",
                "path=metrics",
                "path=engagement",
                "path=group_by",
                "value=Day",
                "value=Placement");
        set(editor, "daily_ctr", "x", "Placement");
        assertThat(editor.preview("daily_ctr").select("[data-reason]").text())
                .isEqualTo(added + " What this report shows of it is not counted yet; this chart shows then.");
    }

    private static Optional<Object> description(EntryEditor editor, String report) {
        return editor.toml().value(List.of("reports", report, "description"));
    }

    private static void set(EntryEditor editor, String report, String key, String value) {
        editor.act(
                "reports",
                report,
                "action=set",
                "as=text",
                "path=reports",
                "path=" + report,
                "path=" + key,
                "value=" + value);
    }

    @Test
    void theChartBesideTheFormIsThatOfTheDraft() {
        EntryEditor editor = editor().act(
                        "reports",
                        "daily_ctr",
                        "action=set",
                        "as=text",
                        "path=reports",
                        "path=daily_ctr",
                        "path=y",
                        "value=Lift");
        assertThat(editor.preview("daily_ctr").select("script").html()).contains("Lift");
        assertThat(site.page("/configuration/preview?item=daily_ctr")
                        .select("script")
                        .html())
                .contains("Click-through rate")
                .doesNotContain("Lift");
        editor.act(
                "reports",
                "daily_ctr",
                "action=set",
                "as=text",
                "path=reports",
                "path=daily_ctr",
                "path=y",
                "value=CTRR");
        assertThat(editor.preview("daily_ctr").select("[data-reason]").text()).contains("\"CTRR\" is not a score");
        assertThat(editor.shown()
                        .select("#library [data-name=daily_ctr] .pill-error")
                        .text())
                .isEqualTo("1 error");
    }

    @Test
    void anotherTypeGetsTheKeysThatItNeedsAndKeepsTheOthers() {
        EntryEditor editor = editor().act(
                        "reports",
                        "daily_ctr",
                        "action=set",
                        "as=text",
                        "path=reports",
                        "path=daily_ctr",
                        "path=type",
                        "value=heatmap");
        assertThat(editor.toml().value(List.of("reports", "daily_ctr", "color")))
                .contains("CTR");
        assertThat(editor.toml().keys(List.of("reports", "daily_ctr"))).contains("group_by", "height");
        assertThat(editor.shown().select("#health-words").text()).isEqualTo("0 errors, 2 warnings");
        editor.act(
                "reports",
                "daily_ctr",
                "action=set",
                "as=text",
                "path=reports",
                "path=daily_ctr",
                "path=metric",
                "value=clv");
        assertThat(editor.toml().value(List.of("reports", "daily_ctr", "type"))).contains("histogram");
        assertThat(editor.toml().value(List.of("reports", "daily_ctr", "x"))).contains("recency");
    }

    @Test
    void reportsAreMovedCopiedDeletedAndBroughtBack() {
        List<String> names = TomlText.of(DEMO).keys(List.of("reports"));
        String second = names.get(1);
        EntryEditor editor = editor().act("reports", "", "action=up", "path=reports", "path=" + second);
        assertThat(editor.toml().keys(List.of("reports"))).startsWith(second, names.get(0));
        editor.act("reports", "", "action=down", "path=reports", "path=" + second);
        assertThat(editor.toml().keys(List.of("reports"))).isEqualTo(names);
        editor.act("reports", "", "action=up", "path=reports", "path=" + names.get(0));
        assertThat(editor.toml().keys(List.of("reports"))).isEqualTo(names);
        editor.act("reports", second, "action=double", "to=again");
        assertThat(editor.shown().select("#entry-name").val()).isEqualTo("again");
        editor.act("reports", "again", "action=delete", "path=reports", "path=again");
        assertThat(editor.notice()).isEqualTo("The report \"again\" is deleted.");
        assertThat(editor.toml().keys(List.of("reports"))).isEqualTo(names);
        assertThat(editor.again().toml().keys(List.of("reports"))).contains("again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"by \"quoted\" 'name'", "a.b.c", "Täglich ☂ <b>", "x/y?z#w&v=%41+", "a  b"})
    void anyNameOfAReportSurvives(String name) {
        EntryEditor editor = editor().act("reports", "daily_ctr", "action=name", "to=" + name);
        assertThat(editor.text()).doesNotContain("[reports.daily_ctr]");
        String url = editor.shown().select(".shelf-item.is-chosen a").attr("href");
        Document page = site.page(url);
        assertThat(page.select("#entry-name").val()).isEqualTo(name);
        assertThat(site.page(page.select("#preview-url").attr("data-url")).select("#preview-body script"))
                .hasSize(1);
        editor.act("reports", name, "action=name", "to=daily_ctr");
        assertThat(editor.text().replace("[reports.\"daily_ctr\"]", "[reports.daily_ctr]"))
                .isEqualTo(DEMO);
    }

    @Test
    void theTomlOfAReportIsEditedAlone() {
        String toml = site.page("/configuration/reports?item=daily_ctr")
                .select("#raw-toml")
                .get(0)
                .wholeText()
                .strip();
        assertThat(DEMO).contains(toml);
        EntryEditor editor =
                editor().act("reports", "daily_ctr", "action=toml", "toml=" + toml + " # tall\nown = \"kept\"\n");
        assertThat(editor.text()).contains("height = 560 # tall\nown = \"kept\"\n");
        assertThat(editor.shown().select("#library [data-name=daily_ctr] .pill").text())
                .contains("1 error");
        HttpResponse<String> other =
                editor.send("reports", "daily_ctr", "action=toml", "toml=[reports.other]\nx = 1\n");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("begin it with [reports.daily_ctr]");
    }

    @Test
    void aReportIsChangedAsItsPageShowsIt() {
        HttpResponse<String> answer = take("same", "x=Month&form=bar&filter.Channel=Web", "");
        String builder = answer.headers().firstValue("Location").orElseThrow();
        Document page = site.page(builder);
        assertThat(page.select("#entry-name").val()).isEqualTo("daily_ctr");
        String draft = page.select("#editor").attr("data-draft");
        TomlText text = TomlText.of(
                site.json("/configuration.json?draft=" + draft).get("text").asText());
        assertThat(text.value(List.of("reports", "daily_ctr", "x"))).contains("Month");
        assertThat(text.value(List.of("reports", "daily_ctr", "form"))).contains("bar");
        assertThat(text.value(List.of("reports", "daily_ctr", "filters"))).contains(List.of("Channel=Web"));
        assertThat(site.get(page.select("#preview-url").attr("data-url")).body())
                .contains("This report is about rows with Channel = Web.");
        HttpResponse<String> copy = take("copy", "x=Quarter", draft);
        assertThat(copy.headers().firstValue("Location").orElseThrow()).contains("draft=" + draft);
        TomlText both = TomlText.of(
                site.json("/configuration.json?draft=" + draft).get("text").asText());
        assertThat(both.value(List.of("reports", "daily_ctr", "x"))).contains("Month");
        assertThat(both.value(List.of("reports", "daily_ctr_2", "x"))).contains("Quarter");
    }

    private static HttpResponse<String> take(String as, String state, String draft) {
        return site.post(
                "/configuration/take?" + state, "report=daily_ctr&as=" + as + "&draft=" + draft, "X-Csrf-Token", token);
    }

    @Test
    void aReportThatIsNotThereBeginsNoDraft(@TempDir Path folder) {
        FixtureWorkspace demo =
                FixtureWorkspace.configured(ConfigurationReader.demo().configuration());
        try (Site own = new Site(demo, folder, 1000)) {
            HttpResponse<String> refused = own.post(
                    "/configuration/take?x=Month", "report=no_report&as=copy&draft=", "X-Csrf-Token", own.token());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(own.page("/configuration").select(".draft-others")).isEmpty();
        }
    }

    @Test
    void thePreviewOfADraftThatIsGoneIsNotThatOfAnother() {
        assertThat(site.get("/configuration/preview?item=daily_ctr&draft=" + "0".repeat(32))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyReportPageHasTheWayIntoADraft() {
        Document page = site.page("/reports/daily_ctr?x=Month&filter.Channel=Web");
        assertThat(page.select("#take").attr("action")).isEqualTo("/configuration/take?x=Month&filter.Channel=Web");
        assertThat(page.select("#take button").eachText()).containsExactly("Save as report", "Change this report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric = 5",
                "metric = \"global_filters\"",
                "metric = [\"engagement\"]",
                "type = true",
                "group_by = \"Day\"",
                "description = 7",
                "y = [\"CTR\"]",
                "x = { a = 1 }"
            })
    void aValueOfTheWrongTypeIsAProblemOfItsReportAlone(String line) {
        String key = line.substring(0, line.indexOf(' '));
        String toml = TomlText.of(DEMO).textOf(List.of("reports", "daily_ctr")).replaceAll("(?m)^" + key + " = .*$", "")
                + line + "\n";
        EntryEditor editor = editor().act("reports", "daily_ctr", "action=toml", "toml=" + toml);
        assertThat(editor.shown().select("#library .shelf-item:not([data-name=daily_ctr]) .pill-error"))
                .isEmpty();
        assertThat(editor.shown().select("#library [data-name=daily_ctr] .pill-error"))
                .hasSize(1);
        assertThat(editor.preview("daily_ctr").select("[data-reason]").text()).isNotEmpty();
        assertThat(editor.preview("daily_volume").select("#preview-body script"))
                .hasSize(1);
        assertThat(site.get("/configuration/metrics?draft=" + editor.draft()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void descriptionsMayRepeatAndKeysMayNot() {
        String description = TomlText.of(DEMO)
                .value(List.of("reports", "daily_ctr", "description"))
                .map(String::valueOf)
                .orElseThrow();
        EntryEditor editor = editor().act(
                        "reports",
                        "daily_volume",
                        "action=set",
                        "as=text",
                        "path=reports",
                        "path=daily_volume",
                        "path=description",
                        "value=" + description);
        assertThat(editor.shown().select("#library .shelf-item"))
                .hasSize(TomlText.of(DEMO).keys(List.of("reports")).size());
        assertThat(editor.send("reports", "daily_volume", "action=name", "to=daily_ctr")
                        .body())
                .contains("reports.daily_ctr is there already; choose another name");
        assertThat(editor.send("reports", "", "action=add", "metric=engagement", "to=daily_ctr")
                        .body())
                .contains("There is a report \\\"daily_ctr\\\" already; choose another name");
    }

    @ParameterizedTest
    @CsvSource({"reports, text, y", "reports, text, on", "reports, text, 1", "reports, text, 2024"})
    void textStaysText(String step, String as, String value) {
        EntryEditor editor = editor().act(
                        step,
                        "daily_ctr",
                        "action=set",
                        "as=" + as,
                        "path=reports",
                        "path=daily_ctr",
                        "path=description",
                        "value=" + value);
        assertThat(editor.toml().value(List.of("reports", "daily_ctr", "description")))
                .isEqualTo(Optional.of(value));
    }

    @Test
    void anActionThatNoStepKnowsIsRefused() {
        assertThat(editor().send("reports", "", "action=explode").body())
                .contains("\\\"explode\\\" is nothing that this step can do; load the page again");
        assertThat(editor().send("metrics", "", "action=undo", "removed=[[").body())
                .contains("What was deleted cannot be read; load the page again");
    }

    @Test
    void aServerThatIsReadOnlyTakesNoReports(@TempDir Path folder) {
        FixtureWorkspace demo =
                FixtureWorkspace.configured(ConfigurationReader.demo().configuration());
        try (Site readOnly = Site.readOnly(demo, folder)) {
            assertThat(readOnly.page("/reports/daily_ctr").select("#take")).isEmpty();
            HttpResponse<String> refused =
                    readOnly.post("/configuration/take", "report=daily_ctr&as=copy", "X-Csrf-Token", readOnly.token());
            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }
}
