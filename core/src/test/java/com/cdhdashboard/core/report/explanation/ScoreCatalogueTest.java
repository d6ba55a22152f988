package com.cdhdashboard.core.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCatalogueTest {
    @ParameterizedTest
    @CsvSource({
        "ENGAGEMENT, Count, Interactions, COUNT",
        "DESCRIPTIVE, Count, Rows, COUNT",
        "DESCRIPTIVE, 'Propensity_p90', 'Propensity, 90th percentile', NUMBER",
        "DESCRIPTIVE, Of_First, Of the first stage, PERCENT",
        "MODEL_ML_SCORES, true_positive_rate, True positive rate, PERCENT",
        "MODEL_ML_SCORES, observed_rate_Low, 'Observed, lower bound', PERCENT",
        "EXPERIMENT, treatment_Count, Treatment, COUNT",
        "EXPERIMENT, treatment_rate, Rate of the treatment, PERCENT",
        "EXPERIMENT, odds_ratio_ci_high, 'Odds ratio, upper bound', RATIO"
    })
    void numbersOfReportsHaveTheMeaningOfTheirFamily(Family family, String column, String title, Format format) {
        Score score = ScoreCatalogue.of(family).find(column).orElseThrow();

        assertThat(score.title()).isEqualTo(title);
        assertThat(score.format()).isEqualTo(format);
        assertThat(score.family()).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({
        "lifetime_value, Lifetime value, MONEY",
        "mean_recency, 'Recency, mean', NUMBER",
        "mean_low_discounted_value, 'Discounted value, mean, lower bound', MONEY",
        "upper_quartile_frequency, 'Frequency, upper quartile', NUMBER",
        "difference_high, 'Difference, upper bound', NUMBER",
        "p_value, p-value, P_VALUE"
    })
    void numbersOfCustomersHaveTheirs(String column, String title, Format format) {
        Score score = ScoreCatalogue.of(Family.CLV).find(column).orElseThrow();

        assertThat(score.title()).isEqualTo(title);
        assertThat(score.format()).isEqualTo(format);
        assertThat(score.meaning().definition()).endsWith(".");
        assertThat(score.meaning().formula()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"CustomerID", "mean_", "mean_nothing", "''"})
    void whatIsNoNumberHasNone(String column) {
        assertThat(ScoreCatalogue.of(Family.CLV).find(column)).isEmpty();
        assertThat(ScoreCatalogue.of(Family.ENGAGEMENT).find(column)).isEmpty();
    }
}
