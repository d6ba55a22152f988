package com.cdhdashboard.core.config.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricEditsTest {
    private static final String TEXT = """
            # The team's own
            [metrics]
            global_filters = ["Channel"]

            # How often people respond.
            [metrics.engagement]   # the main one
            group_by = ["Day"]

            # Opens
            [metrics.engagement_opens]
            group_by = ["Day"]

            [reports.daily]
            metric = 'engagement'  # shown daily
            type = "line"

            # Of opens
            [reports.opens]
            metric = "engagement_opens"

            [reports."by \\"quoted\\" ä.b"]
            metric = "engagement"

            [chat_with_data.metric_descriptions]
            engagement_opens = "Opens"
            engagement = "Clicks" # words
            """;

    private static TomlText text() {
        return TomlText.of(TEXT);
    }

    @Test
    void aNewNameIsWrittenWhereverTheMetricIsReferredTo() {
        assertThat(MetricEdits.rename(text(), "engagement", "engagement_all").text())
                .isEqualTo(TEXT.replace("[metrics.engagement]", "[metrics.engagement_all]")
                        .replace("metric = 'engagement' ", "metric = 'engagement_all' ")
                        .replace("metric = \"engagement\"", "metric = \"engagement_all\"")
                        .replace("engagement = \"Clicks\"", "engagement_all = \"Clicks\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"engagement \"a\"", "engagement.web", "engagement ü ☂", "engagement 'x'", "engagement\\"})
    void anyNameOfTheFamilySurvives(String name) {
        TomlText renamed = MetricEdits.rename(text(), "engagement", name);
        assertThat(renamed.keys(List.of("metrics"))).containsExactly("global_filters", name, "engagement_opens");
        assertThat(MetricEdits.reportsOf(renamed, name)).containsExactly("daily", "by \"quoted\" ä.b");
        assertThat(MetricEdits.rename(renamed, name, "engagement").value(List.of("reports")))
                .isEqualTo(text().value(List.of("reports")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            engagement | ctr        | '"ctr" is no name for a metric of this family; begin it with "engagement", such as "engagement_web"'
            engagement | conversion | '"conversion" is no name for a metric of this family; begin it with "engagement", such as "engagement_web"'
            engagement | engagement_opens | 'metrics.engagement_opens is there already; choose another name'
            engagement_gone | engagement_new | 'metrics.engagement_gone is not in the text; it may have been removed or renamed meanwhile'
            """)
    void aNameThatCannotBeIsRefused(String metric, String name, String message) {
        assertThatThrownBy(() -> MetricEdits.rename(text(), metric, name))
                .isInstanceOf(UserException.class)
                .hasMessage(message);
    }

    @Test
    void aCopyLeavesReportsWhereTheyAre() {
        TomlText copied = MetricEdits.copy(text(), "engagement", "engagement_2");
        assertThat(copied.keys(List.of("metrics")))
                .containsExactly("global_filters", "engagement", "engagement_2", "engagement_opens");
        assertThat(MetricEdits.reportsOf(copied, "engagement_2")).isEmpty();
        assertThat(MetricEdits.reportsOf(copied, "engagement")).hasSize(2);
    }

    @Test
    void aMetricGoesWithItsReportsAndComesBackAsItWas() {
        Removal removal = MetricEdits.remove(text(), "engagement");
        assertThat(removal.text().keys(List.of("metrics"))).containsExactly("global_filters", "engagement_opens");
        assertThat(removal.text().keys(List.of("reports"))).containsExactly("opens");
        assertThat(removal.removed())
                .extracting(Removal.Removed::path)
                .containsExactly(
                        List.of("metrics", "engagement"),
                        List.of("reports", "by \"quoted\" ä.b"),
                        List.of("reports", "daily"));
        TomlText back = Removal.undo(removal.text(), removal.removed());
        assertThat(back.text()).isEqualTo(TEXT);
    }

    @Test
    void whatWasChangedMeanwhileStays() {
        Removal removal = Removal.of(text(), List.of(List.of("reports", "opens")));
        TomlText meanwhile = removal.text().set(List.of("reports", "daily", "type"), "gauge");
        TomlText back = Removal.undo(meanwhile, removal.removed());
        assertThat(back.text()).isEqualTo(TEXT.replace("type = \"line\"", "type = \"gauge\""));
        assertThatThrownBy(() -> Removal.undo(back, removal.removed()))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "\"reports.opens\" is there again, so what was deleted is not put in its place; rename that one"
                                + " first");
    }

    @Test
    void aMetricIsAddedBehindTheOthers() {
        TomlText added = MetricEdits.add(text(), "conversion", Map.of("group_by", List.of("Day")));
        assertThat(added.text()).contains("[metrics.conversion]\ngroup_by = [\"Day\"]\n");
        assertThatThrownBy(() -> MetricEdits.add(added, "conversion", Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessage("there is a metric \"conversion\" already; choose another name");
        assertThatThrownBy(() -> MetricEdits.add(added, "rate", Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessage("\"rate\" begins with no family of metrics; begin it with one of engagement, conversion,"
                        + " model_ml_scores, descriptive, experiment, clv");
    }
}
