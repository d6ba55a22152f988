package com.cdhdashboard.core.config.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.change.ConfigurationChange.Made;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationChangeTest {
    private static final String TEXT = """
            [copyright]
            name = "Ours"

            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            late_outcome_days = 30

            [ih.extensions]
            filter = "pl.col('Channel') != 'Test'"
            columns = "[(pl.col('Propensity') * 2).alias('Double'), pl.lit('x').alias('Unused')]"

            [ih.extensions.default_values]
            Segment = "none"
            Elsewhere = "nowhere"

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day", "Segment"]
            scores = ["CTR"]
            positive_model_response = ["Clicked", "Accepted"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Day"]
            columns = ["Double"]
            scores = ["Mean"]

            [metrics.experiment]
            group_by = ["Day"]
            scores = ["z_score"]
            experiment_name = "Name"
            experiment_group = "Arm"
            control_group = "A"
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.clv]
            group_by = ["Segment"]
            scores = ["lifetime_value"]
            order_id_col = "Order"
            customer_id_col = "Customer"
            monetary_value_col = "Value"
            purchase_date_col = "Date"

            [holdings]
            file_type = "parquet"
            file_pattern = "**/*.parquet"

            [reports.line]
            metric = "engagement"
            type = "line"
            description = "Rate"
            group_by = ["Day"]
            x = "Day"
            y = "CTR"

            [reports.gauge]
            metric = "engagement"
            type = "gauge"
            description = "Rate now"
            group_by = ["Channel"]
            value = "CTR"

            [variants]
            name = "one"
            """;

    private static ConfigurationChange change(String text) {
        return ConfigurationChange.between(read(TEXT), read(text));
    }

    private static LoadedConfiguration read(String text) {
        return ConfigurationReader.read(text, "t.toml");
    }

    private static String edited(String before, String after) {
        assertThat(TEXT).as("the text that is edited").contains(before);
        return TEXT.replace(before, after.replace("\\n", "\n"));
    }

    @Test
    void theTextCanBeRead() {
        assertThat(read(TEXT).hasErrors()).isFalse();
        assertThat(read(TEXT).configuration().metrics()).hasSize(4);
        assertThat(read(TEXT).configuration().reports()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [copyright] | # why\\n[copyright]
                    late_outcome_days = 30 | late_outcome_days =     30
                    late_outcome_days = 30 |
                    """)
    void whatSaysTheSameNeedsNothing(String before, String after) {
        ConfigurationChange change = change(edited(before, after == null ? "" : after));
        assertThat(change.needsImport()).isFalse();
        assertThat(change.sentences()).containsExactly("Nothing changes but the text: all pages stay as they are.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name = "Ours" | name = "Theirs" | What stands around pages changes: title, filters, refreshing or variant.
                    description = "Rate" | description = "Share" | The report line is changed.
                    [reports.gauge] | [reports.dial] | The report dial is added. The report gauge is removed.
                    ["Mean"] | ["Mean", "Var"] | Other scores are offered for metric descriptive.
                    file_pattern = "**/*.json" | file_pattern = "**/*.zip" | Imports from now on choose and read files in another way; what was imported stays.
                    control_group = "A" | control_group = "B" | Settings change that need no import.
                    Elsewhere = "nowhere" | Elsewhere = "anywhere" | Settings change that need no import.
                    pl.col('Channel') != 'Test' | (pl.col('Channel')  !=  'Test') | Settings change that need no import.
                    pl.lit('x') | pl.lit('y') | Settings change that need no import.
                    ["Clicked", "Accepted"] | ["Accepted", "Clicked"] | Settings change that need no import.
                    name = "one" | name = "two" | The variant is called "two", so pages show the data of its own store; those of "one" stay where they are. What stands around pages changes: title, filters, refreshing or variant.
                    """)
    void whatIsOnlyShownNeedsNoImport(String before, String after, String sentences) {
        ConfigurationChange change = change(edited(before, after));
        assertThat(change.needsImport()).isFalse();
        assertThat(String.join(" ", change.sentences())).isEqualTo(sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ["Day", "Segment"] | ["Day"] | engagement | The metric engagement is counted from the files again, because of its group_by and default_values.
                    ["Clicked", "Accepted"] | ["Clicked"] | engagement | The metric engagement is counted from the files again, because of its outcomes.
                    columns = ["Double"] | columns = ["Propensity"] | descriptive | The metric descriptive is counted from the files again, because of its columns and calculated columns.
                    * 2 | * 3 | descriptive | The metric descriptive is counted from the files again, because of its calculated columns.
                    Segment = "none" | Segment = "all" | engagement | The metric engagement is counted from the files again, because of its default_values.
                    experiment_group = "Arm" | experiment_group = "Branch" | experiment | The metric experiment is counted from the files again, because of its group_by.
                    [metrics.descriptive] | [metrics.descriptive_two] | descriptive_two | The metric descriptive_two is new and is counted from the files.
                    """)
    void whatDefinesOneMetricHasThatMetricCounted(String before, String after, String metric, String sentence) {
        ConfigurationChange change = change(edited(before, after));
        assertThat(change.interactions().metrics()).containsExactly(metric);
        assertThat(change.interactions().kept()).hasSize(2).doesNotContain(metric);
        assertThat(change.holdings().isDue()).isFalse();
        assertThat(change.sentences().get(0)).isEqualTo(sentence);
        assertThat(change.sentences().get(1)).endsWith(" keep their numbers.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    late_outcome_days = 30 | late_outcome_days = 3 | late_outcome_days of [ih].
                    late_outcome_days = 30 | zone_of_days = "Europe/Berlin" | zone_of_days of [ih].
                    != 'Test' | == 'Test' | filter of [ih].
                    Elsewhere = "nowhere" | Rank = 1 | default_values of [ih].
                    pl.lit('x').alias('Unused') | pl.lit('x').alias('Group') | calculated columns of [ih].
                    """)
    void whatAllMetricsShareHasAllOfThemCounted(String before, String after, String reason) {
        ConfigurationChange change = change(edited(before, after));
        assertThat(change.interactions().metrics()).containsExactly("engagement", "descriptive", "experiment");
        assertThat(change.holdings().isDue()).isFalse();
        assertThat(change.sentences())
                .containsExactly(
                        "All metrics over interaction history are counted from the files again, because of " + reason);
    }

    @Test
    void whatDefinesCustomersHasThemCountedAlone() {
        ConfigurationChange change = change(edited("monetary_value_col = \"Value\"", "monetary_value_col = \"Price\""));
        assertThat(change.holdings().metrics()).containsExactly("clv");
        assertThat(change.interactions().isDue()).isFalse();
        assertThat(change.sentences())
                .containsExactly("The metric clv is counted from the files again, because of its columns.");
    }

    @Test
    void aMetricThatIsRemovedNeedsNoImport() {
        int from = TEXT.indexOf("[metrics.experiment]");
        ConfigurationChange change = change(TEXT.substring(0, from) + TEXT.substring(TEXT.indexOf("[metrics.clv]")));
        assertThat(change.needsImport()).isFalse();
        assertThat(change.interactions().removed()).containsExactly("experiment");
        assertThat(change.sentences()).containsExactly("The metric experiment is no longer shown.");
    }

    @Test
    void metricsInAnotherOrderNeedNoImport() {
        int engagement = TEXT.indexOf("[metrics.engagement]");
        int descriptive = TEXT.indexOf("[metrics.descriptive]");
        int experiment = TEXT.indexOf("[metrics.experiment]");
        ConfigurationChange change = change(TEXT.substring(0, engagement)
                + TEXT.substring(descriptive, experiment)
                + TEXT.substring(engagement, descriptive)
                + TEXT.substring(experiment));
        assertThat(change.needsImport()).isFalse();
        assertThat(change.sentences()).containsExactly("The order of metrics changes.");
    }

    @Test
    void whereNothingWasImportedNothingIsCounted() {
        ConfigurationChange change = ConfigurationChange.between(
                read(TEXT), read(edited("* 2", "* 3")), new Made(Optional.empty(), Optional.empty()));
        assertThat(change.needsImport()).isFalse();
    }

    @Test
    void aStoreThatWasMadeByOtherDefinitionsIsJudgedByThem() {
        LoadedConfiguration now = read(TEXT);
        Made earlier = Made.by(read(edited("* 2", "* 3")).configuration());
        ConfigurationChange change = ConfigurationChange.between(now, now, earlier);
        assertThat(change.interactions().metrics()).containsExactly("descriptive");
    }

    @Test
    void definitionsAreReadAsTheyWereWritten() {
        String odd = edited("'Test'", "'Te\\\\\\\\st\\\\n\\\\t'");
        for (String text : List.of(TEXT, odd)) {
            Definitions written = Definitions.ofInteractions(read(text).configuration());
            assertThat(DefinitionText.read(DefinitionText.write(written))).contains(written);
        }
        assertThat(DefinitionText.read("definitions 2\n")).isEmpty();
        assertThat(DefinitionText.read("definitions 1\nwhatever\n")).isEmpty();
        assertThat(DefinitionText.read("")).isEmpty();
    }
}
