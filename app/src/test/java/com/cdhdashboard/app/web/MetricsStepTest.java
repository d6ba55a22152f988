package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step Metrics of the page of the configuration, asked over HTTP. */
class MetricsStepTest {
    private static final String DEMO = ConfigurationReader.demoText();
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = new Site(FixtureWorkspace.configured(ConfigurationReader.demo().configuration()), folder, 1000);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static EntryEditor editor() {
        return new EntryEditor(site);
    }

    @Test
    void theListCountsMetricsAndTheirReports() {
        Document page = site.page("/configuration/metrics");
        assertThat(page.select(".shelf-item").eachAttr("data-name"))
                .containsExactlyElementsOf(ConfigurationReader.demo().configuration().metrics().stream()
                        .map(metric -> metric.name())
                        .toList());
        long reports = ConfigurationReader.demo().configuration().reports().stream()
                .filter(report -> report.metric().equals("engagement"))
                .count();
        assertThat(page.select("[data-name=engagement] .shelf-more").text())
                .isEqualTo("Engagement · " + reports + " reports");
    }

    @Test
    void aMetricIsAddedWithTheDefaultsOfItsFamily() {
        EntryEditor editor = editor().act("metrics", "", "action=add", "family=engagement", "to=web");
        assertThat(editor.toml().value(List.of("metrics", "engagement_web", "positive_model_response")))
                .contains(List.of("Clicked", "Click", "Accepted", "Accept"));
        assertThat(editor.shown().select("#entry-name").val()).isEqualTo("engagement_web");
        assertThat(editor.shown().select("#health-words").text())
                .isEqualTo(site.page("/configuration/metrics")
                        .select("#health-words")
                        .text());
        editor.act("metrics", "", "action=add", "family=engagement", "to=");
        assertThat(editor.toml().keys(List.of("metrics"))).contains("engagement_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"engagement \"a\" 'b'", "engagement.web", "engagement ü ☂ <b>", "engagement/x?y#z&w=%41+"})
    void aNewNameOfAMetricIsWrittenIntoItsReports(String name) {
        EntryEditor editor = editor().act("metrics", "engagement", "action=name", "to=" + name);
        assertThat(editor.text()).doesNotContain("metric = \"engagement\"\n");
        assertThat(editor.shown().select("#entry-name").val()).isEqualTo(name);
        assertThat(editor.shown().select("#health-words").text()).isEqualTo("No problems");
        String url = editor.shown().select(".shelf-item.is-chosen a").attr("href");
        assertThat(site.page(url).select("#entry-name").val()).isEqualTo(name);
        editor.act("metrics", name, "action=name", "to=engagement");
        assertThat(editor.text().replace("[metrics.\"engagement\"]", "[metrics.engagement]"))
                .isEqualTo(DEMO);
    }

    @Test
    void aMetricThatIsDeletedNamesItsReportsAndComesBack() {
        EntryEditor editor = editor().act("metrics", "conversion", "action=delete");
        assertThat(editor.notice())
                .startsWith("The metric \"conversion\" is deleted. The reports that showed it went with it: ")
                .contains("daily_conversion");
        assertThat(editor.text()).doesNotContain("metric = \"conversion\"");
        assertThat(editor.again().text()).isEqualTo(DEMO);
    }

    @Test
    void anOutcomeCountsAsOneThing() {
        EntryEditor editor = editor().act(
                        "metrics", "engagement", "action=outcome", "outcome=O'Neil \"x\"", "as=positive")
                .act("metrics", "engagement", "action=outcome", "outcome=O'Neil \"x\"", "as=negative");
        assertThat(texts(editor, "positive_model_response")).doesNotContain("O'Neil \"x\"");
        assertThat(texts(editor, "negative_model_response")).contains("O'Neil \"x\"");
        editor.act("metrics", "engagement", "action=outcome", "outcome=O'Neil \"x\"", "as=none");
        assertThat(editor.text()).isEqualTo(DEMO);
        assertThat(editor.shown().select("#outcomes tr th").eachText()).contains("Clicked", "Impression", "Accepted");
    }

    private static List<String> texts(EntryEditor editor, String key) {
        Object list = editor.toml().value(List.of("metrics", "engagement", key)).orElseThrow();
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
