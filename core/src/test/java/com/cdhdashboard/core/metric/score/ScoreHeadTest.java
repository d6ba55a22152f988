package com.cdhdashboard.core.metric.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreHeadTest {
    @ParameterizedTest
    @CsvSource({
        "CTR, '', Click-through rate",
        "CTR_Low, Click-through rate, 95 % from",
        "CTR_High, Click-through rate, 95 % to",
        "StdErr, '', Standard error",
        "roc_auc, '', AUC",
        "Lift_Low, Lift, 95 % from",
        "ResponseTime_Mean, Response time, mean",
        "Count, '', Interactions",
    })
    void aHeadSaysWhatANumberIsAndOfWhat(String score, String of, String what) {
        assertThat(Scores.find(score).orElseThrow().head()).isEqualTo(new Score.Head(of, what));
    }
}
