package com.cdhdashboard.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationCheckTest {
    private static final String RESPONSES =
            "positive_model_response = [\"Clicked\"]\nnegative_model_response = [\"Impression\"]\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "engagement      | CTR   |",
                "engagement      | CTTR  | \"CTTR\" is not a score of engagement metrics and has no effect; did you mean \"CTR\"?",
                "conversion      | CTR   | \"CTR\" is not a score of conversion metrics and has no effect; there are Count, Positives, Negatives, ConversionRate, StdErr, ConversionRate_Low, ConversionRate_High, Revenue, Touchpoints, Conversions, AvgTouchpoints",
                "model_ml_scores | roc_aux | \"roc_aux\" is not a score of model_ml_scores metrics and has no effect; did you mean \"roc_auc\"?",
                "descriptive     | Meen  | \"Meen\" is not a score of descriptive metrics and has no effect; did you mean \"Mean\"?",
                "descriptive     | p90   |",
                "clv             | tenur | \"tenur\" is not a score of clv metrics and has no effect; did you mean \"tenure\"?",
            })
    void scoresThatAFamilyDoesNotHaveAreNamed(String family, String score, String message) {
        String own = switch (family) {
            case "descriptive" -> "columns = [\"Propensity\"]\n";
            case "clv" -> "";
            default -> RESPONSES;
        };

        List<Problem> found = problems("[metrics]\nglobal_filters = []\n[metrics." + family
                + "]\ngroup_by = [\"Month\"]\nscores = [\"" + score + "\"]\n" + own);

        assertThat(found)
                .map(Problem::toString)
                .containsExactlyElementsOf(
                        message == null ? List.of() : List.of("c.toml:3:1 metrics." + family + ".scores: " + message));
        assertThat(found).extracting(Problem::severity).doesNotContain(Severity.ERROR);
    }

    @Test
    void scoresOfThePackagedConfigurationsAllCount() {
        assertThat(ConfigurationCheck.check(ConfigurationReader.defaults()).problems())
                .isEmpty();
        assertThat(ConfigurationCheck.check(ConfigurationReader.demo()).problems())
                .isEmpty();
    }

    private static List<Problem> problems(String toml) {
        LoadedConfiguration loaded = ConfigurationReader.read(toml, "c.toml");
        return ConfigurationCheck.check(loaded).problems().stream()
                .filter(problem -> problem.path().endsWith(".scores"))
                .toList();
    }
}
