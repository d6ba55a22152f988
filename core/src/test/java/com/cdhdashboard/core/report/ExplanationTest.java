package com.cdhdashboard.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.metric.Scores;
import com.cdhdashboard.core.report.Explanation.Part;
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
        assertThat(of(Family.ENGAGEMENT, score, RESPONSES).filled()).isEqualTo(filled.replace('_', '\u00a0'));
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
                .isEqualTo("not available: there is none unless both arms have interactions and the control arm has a"
                        + " positive response");
    }

    @Test
    void aFormulaWhosePartsTheRowLacksHasItsResultOnly() {
        assertThat(of(Family.CONVERSION, "AvgTouchpoints", Map.of("AvgTouchpoints", 2.5))
                        .filled())
                .isEqualTo("2.50");
    }

    @Test
    void scoresOfColumnsNameTheRowsWithAValue() {
        Map<String, Double> row =
                Map.of("Count", 12.0, "Propensity_Count", 10.0, "Propensity_Sum", 5.0, "Propensity_Mean", 0.5);
        Explanation explanation = of(Family.DESCRIPTIVE, "Propensity_Mean", row);

        assertThat(explanation.filled()).isEqualTo("5.00 / 10 = 0.50");
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

                assertThat(all.filled()).as(score.name()).doesNotContain("{");
            }
        }
    }

    private static Explanation of(Family family, String score, Map<String, Double> row) {
        return Explanation.of(
                Scores.find(family, score).or(() -> Scores.find(score)).orElseThrow(),
                name -> row.containsKey(name) ? OptionalDouble.of(row.get(name)) : OptionalDouble.empty());
    }
}
