package com.cdhdashboard.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyExplanationTest {
    @Test
    void aKeyIsToldWithAllThatIsKnownOfIt() {
        assertThat(KeyExplanation.of("ih.late_outcome_days"))
                .containsExactly(
                        "ih.late_outcome_days",
                        "How long after its decision, to the microsecond, an outcome belongs to its interaction; a"
                                + " later one is an interaction of its own. A larger number needs more space.",
                        "",
                        "type      whole number of days, 0 to 3650",
                        "default   30",
                        "example   late_outcome_days = 14",
                        "change    needs that the files are imported again",
                        "since     0.1.0");
    }

    @Test
    void aKeyWithoutEffectSaysSo() {
        assertThat(KeyExplanation.of("ux.data_cache_hours"))
                .contains(
                        "Has no effect: pages show what was imported last, however long ago.",
                        "change    needs nothing, as the key has no effect");
    }

    @Test
    void aKeyOfReportsIsToldKindByKind() {
        assertThat(KeyExplanation.of("reports.daily.points"))
                .contains(
                        "read by   exposure of clv: how many customers are drawn (10 to 1000)",
                        "read by   rfm_density of clv: how many customers are drawn (1000 to 200000)");
        assertThat(KeyExplanation.of("reports.daily.x"))
                .startsWith("reports.daily.x", "Horizontal axis.", "", "example   x = \"Day\"")
                .contains(
                        "read by   line of engagement, conversion, model_ml_scores, descriptive: the dimension along the"
                                + " horizontal axis (field, required)");
    }

    @Test
    void scoresOfAMetricAreListed() {
        assertThat(KeyExplanation.of("metrics.engagement_web.scores"))
                .contains("usual     Count, Positives, Negatives, CTR, StdErr, CTR_Low, CTR_High, Lift, Lift_Low,"
                        + " Lift_High, Lift_Z_Score, Lift_P_Val");
    }

    @Test
    void aSectionListsItsKeysInGroups() {
        assertThat(KeyExplanation.of("variants"))
                .containsExactly(
                        "[variants]: name of the data set",
                        "",
                        "  name: name of the data set; each name has data of its own",
                        "  description: shown on the home page, and where several configurations are chosen from",
                        "  demo_mode: whether pages show demo data that the program makes, as demo does, in place of"
                                + " imported data; these stay as they are, and nothing is imported meanwhile");
        assertThat(KeyExplanation.of("ih"))
                .contains(
                        "Files",
                        "Days",
                        "  zone_of_days: where the days begin by which"
                                + " outcomes are counted, such as \"Europe/Berlin\"");
        assertThat(KeyExplanation.of("metrics"))
                .endsWith("Every other key is a metric, whose name begins with its family: engagement, conversion,"
                        + " model_ml_scores, descriptive, experiment, clv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ux.refresh_intervall | ; did you mean \"ux.refresh_interval\"?",
                "refresh_interval | ; there is ux.refresh_interval",
                "file_type | ; there is ih.file_type, holdings.file_type",
                "facet_row | ; there is reports.NAME.facet_row",
                "xyz | ; the sections are copyright, ux, ih, holdings, metrics, reports, variants, chat_with_data,"
                        + " assistant",
            })
    void whatIsNotKnownIsGuessed(String path, String hint) {
        assertThatThrownBy(() -> KeyExplanation.of(path))
                .isInstanceOf(UserException.class)
                .hasMessage("\"" + path + "\" is neither a key nor a section of the configuration" + hint);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everythingCanBeExplained(String path) {
        assertThat(KeyExplanation.of(path)).isNotEmpty();
    }

    static List<String> paths() {
        return KeyExplanation.paths();
    }
}
