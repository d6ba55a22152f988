package com.cdhdashboard.core.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.report.explanation.Explanation.Part;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final Map<String, Double> RESPONSES =
            Map.of("Count", 10_000.0, "Positives", 320.0, "Negatives", 9_680.0, "CTR", 0.032, "StdErr", 0.00176);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Count | 320 + 9,680 = 10,000
                    CTR | 320 / (320 + 9,680) = 3.20_%
                    StdErr | √(3.20_%·(1 − 3.20_%) / 10,000) = 0.176_%
                    Positives | 320
                    """)
    void theFormulaHasTheNumbersOfTheGroup(String score, String filled) {
        assertThat(of(Family.ENGAGEMENT, score, RESPONSES).filled()).contains(filled.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Lift | (40 / (40 + 960)) / (30 / (30 + 970)) − 1 = 33.3_%
                    Lift_Low | exp(ln(1 + 33.3_%) − 1.96·√(1/40 − 1/(40 + 960) + 1/30 − 1/(30 + 970))) − 1 = −16.3_%
                    Lift_Z_Score | (40/(40 + 960) − 30/(30 + 970)) / √(p·(1 − p)·(1/(40 + 960) + 1/(30 + 970))) = 1.22; \
                    p: the rate of both arms together
                    Lift_P_Val | 'erfc(|1.22| / √2) = 0.224'
                    """)
    void aFormulaTakesTheSumsBehindItsRow(String score, String filled) {
        Map<String, Double> row = Map.of(
                "Lift", 1 / 3.0,
                "Lift_Low", -0.163,
                "Lift_Z_Score", 1.217,
                "Lift_P_Val", 0.2236,
                "TestPositives", 40.0,
                "TestNegatives", 960.0,
                "ControlPositives", 30.0,
                "ControlNegatives", 970.0);

        assertThat(of(Family.ENGAGEMENT, score, row).filled()).contains(filled.replace('_', '\u00a0'));
    }

    @Test
    void withoutARowOnlyTheMeaningIsTold() {
        Explanation explanation = Explanation.of(Scores.find("CTR").orElseThrow());

        assertThat(explanation.filled()).isEmpty();
        assertThat(explanation.text())
                .isEqualTo("The share of interactions with a positive response, such as a click. CTR = P / (P + N).");
    }

    @Test
    void numbersOfCustomersAreExplainedToo() {
        ScoreCatalogue catalogue = ScoreCatalogue.of(Family.CLV);
        Map<String, Double> row = Map.of("rfm_score", 3.33, "r_quartile", 4.0, "f_quartile", 2.0, "m_quartile", 4.0);
        Explanation explanation = Explanation.of(catalogue.find("rfm_score").orElseThrow(), catalogue, numbers(row));

        assertThat(explanation.filled()).contains("(4 + 2 + 4) / 3 = 3.33");
    }

    @Test
    void theCountsBehindANumberAreNamed() {
        assertThat(of(Family.ENGAGEMENT, "CTR", RESPONSES).behind())
                .containsExactly(
                        new Part("interactions", "10,000"),
                        new Part("positives", "320"),
                        new Part("negatives", "9,680"));
    }

    @Test
    void aNumberThatIsNotAvailableSaysWhen() {
        assertThat(of(Family.ENGAGEMENT, "Lift", RESPONSES).filled())
                .contains("not available: there is none unless both arms have interactions and the control arm has a"
                        + " positive response");
    }

    @Test
    void aFormulaWhosePartsTheRowLacksHasItsResultOnly() {
        assertThat(of(Family.CONVERSION, "AvgTouchpoints", Map.of("AvgTouchpoints", 2.5))
                        .filled())
                .contains("2.50");
    }

    @Test
    void scoresOfColumnsNameTheRowsWithAValue() {
        Map<String, Double> row =
                Map.of("Count", 12.0, "Propensity_Count", 10.0, "Propensity_Sum", 5.0, "Propensity_Mean", 0.5);
        Explanation explanation = of(Family.DESCRIPTIVE, "Propensity_Mean", row);

        assertThat(explanation.filled()).contains("5 / 10 = 0.50");
        assertThat(explanation.behind()).containsExactly(new Part("propensity, values", "10"), new Part("rows", "12"));
    }

    @Test
    void theWholeFitsOneParagraph() {
        assertThat(of(Family.ENGAGEMENT, "CTR", RESPONSES).text())
                .isEqualTo("The share of interactions with a positive response, such as a click. CTR = P / (P + N)."
                        + " Here: 320 / (320 + 9,680) = 3.20\u00a0%. Behind it: 10,000 interactions, 320 positives, 9,680"
                        + " negatives.");
    }

    @Test
    void everyFilledFormulaNamesScoresOfItsFamily() {
        for (Family family : Family.values()) {
            for (Score score : Scores.of(family)) {
                Explanation all = Explanation.of(score, name -> OptionalDouble.of(0.25));

                assertThat(all.filled().orElseThrow()).as(score.name()).doesNotContain("{");
            }
        }
    }

    private static Explanation of(Family family, String score, Map<String, Double> row) {
        return Explanation.of(
                Scores.find(family, score).or(() -> Scores.find(score)).orElseThrow(), numbers(row));
    }

    private static Explanation.Numbers numbers(Map<String, Double> row) {
        return name -> row.containsKey(name) ? OptionalDouble.of(row.get(name)) : OptionalDouble.empty();
    }
}
