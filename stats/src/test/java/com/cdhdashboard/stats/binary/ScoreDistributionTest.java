package com.cdhdashboard.stats.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreDistributionTest {
    private static final Offset<Double> PRECISION = within(1e-12);

    /** The documentation example of scikit-learn: AUC 0.75, average precision 0.8333. */
    private static final ScoreDistribution EXAMPLE =
            ScoreDistribution.ofRows(new double[] {.1, .4, .35, .8}, new boolean[] {false, false, true, true});

    @Test
    void measuresOfTheExampleAreThePublishedOnes() {
        assertThat(EXAMPLE.auc()).isEqualTo(0.75);
        assertThat(EXAMPLE.averagePrecision()).isCloseTo(5 / 6.0, PRECISION);
        assertThat(EXAMPLE.kolmogorovSmirnov()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @MethodSource("com.cdhdashboard.stats.binary.GoldenScores#sets")
    void measuresMatchReferenceValues(String set) {
        ScoreDistribution scores = GoldenScores.distribution(set);
        JsonNode golden = GoldenScores.golden(set);

        assertThat(scores.size()).isEqualTo(golden.get("distinct_scores").asInt());
        assertThat(scores.count()).isEqualTo(golden.get("rows").asLong());
        assertThat(scores.totalPositives()).isEqualTo(golden.get("positives").asLong());
        assertThat(scores.auc()).isCloseTo(golden.get("auc").asDouble(), PRECISION);
        assertThat(scores.aucStandardError())
                .isCloseTo(golden.get("auc_se_delong").asDouble(), PRECISION);
        assertThat(scores.averagePrecision())
                .isCloseTo(golden.get("average_precision").asDouble(), PRECISION);
        assertThat(scores.kolmogorovSmirnov()).isCloseTo(golden.get("ks").asDouble(), PRECISION);
    }

    @ParameterizedTest
    @MethodSource("com.cdhdashboard.stats.binary.GoldenScores#sets")
    void calibrationMatchesReferenceValues(String set) {
        Calibration calibration = Calibration.of(GoldenScores.distribution(set));
        JsonNode golden = GoldenScores.golden(set);
        JsonNode bins = golden.get("calibration_deciles");

        assertThat(calibration.bins()).hasSize(bins.size());
        for (int i = 0; i < bins.size(); i++) {
            assertBin(calibration.bins().get(i), bins.get(i));
        }
        if (golden.has("brier")) {
            assertThat(calibration.brier()).isCloseTo(golden.get("brier").asDouble(), PRECISION);
            assertThat(calibration.expectedError())
                    .isCloseTo(golden.get("ece_deciles").asDouble(), PRECISION);
            assertThat(calibration.observedOverExpected())
                    .isCloseTo(golden.get("observed_over_expected").asDouble(), PRECISION);
        }
    }

    private static void assertBin(Calibration.Bin bin, JsonNode golden) {
        assertThat(bin.index()).isEqualTo(golden.get("bin").asInt());
        assertThat(bin.count()).isEqualTo(golden.get("count").asLong());
        assertThat(bin.positives()).isEqualTo(golden.get("positives").asLong());
        assertThat(bin.meanScore())
                .isCloseTo(golden.get("mean_score").asDouble(), within(1e-12 * Math.max(1, Math.abs(bin.meanScore()))));
        assertThat(bin.positiveRate()).isCloseTo(golden.get("positive_rate").asDouble(), PRECISION);
        assertThat(bin.lowest()).isEqualTo(golden.get("min_score").asDouble());
        assertThat(bin.highest()).isEqualTo(golden.get("max_score").asDouble());
    }

    @Test
    void oneClassAloneHasNoMeasureAndNoCurve() {
        ScoreDistribution negatives = ScoreDistribution.of(new double[] {0.1}, new long[] {0}, new long[] {5});

        assertThat(negatives.auc()).isNaN();
        assertThat(negatives.aucStandardError()).isNaN();
        assertThat(negatives.averagePrecision()).isNaN();
        assertThat(negatives.kolmogorovSmirnov()).isNaN();
        assertThat(CurveKind.ROC.points(negatives)).isEmpty();
        assertThat(Calibration.of(negatives).observedOverExpected()).isZero();
        assertThat(ScoreDistribution.EMPTY.auc()).isNaN();
        assertThat(Calibration.of(ScoreDistribution.EMPTY).brier()).isNaN();
        assertThat(Calibration.of(ScoreDistribution.EMPTY).expectedError()).isNaN();
    }

    @Test
    void curvesGoFromTheHighestScoreToTheLowest() {
        assertThat(CurveKind.ROC.points(EXAMPLE))
                .containsExactly(
                        new CurvePoint(0, 0, Double.POSITIVE_INFINITY),
                        new CurvePoint(0, 0.5, 0.8),
                        new CurvePoint(0.5, 0.5, 0.4),
                        new CurvePoint(0.5, 1, 0.35),
                        new CurvePoint(1, 1, 0.1));
        assertThat(CurveKind.PRECISION_RECALL.points(EXAMPLE))
                .containsExactly(
                        new CurvePoint(0.5, 1, 0.8),
                        new CurvePoint(0.5, 0.5, 0.4),
                        new CurvePoint(1, 2 / 3.0, 0.35),
                        new CurvePoint(1, 0.5, 0.1));
        assertThat(CurveKind.GAIN.points(EXAMPLE)).endsWith(new CurvePoint(0.75, 1, 0.35), new CurvePoint(1, 1, 0.1));
        assertThat(CurveKind.LIFT.points(EXAMPLE))
                .startsWith(new CurvePoint(0.25, 2, 0.8))
                .endsWith(new CurvePoint(1, 1, 0.1));
    }

    @Test
    void theAreaUnderTheRocPointsIsTheAuc() {
        List<CurvePoint> points = CurveKind.ROC.points(EXAMPLE);
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            CurvePoint from = points.get(i - 1);
            CurvePoint to = points.get(i);
            area += (to.x() - from.x()) * (to.y() + from.y()) / 2;
        }

        assertThat(area).isCloseTo(EXAMPLE.auc(), PRECISION);
    }

    @Test
    void theOrderOfRowsDoesNotMatterToTies() {
        double[] scores = {.5, .5, .2, .2};

        assertThat(ScoreDistribution.ofRows(scores, new boolean[] {true, false, true, false}))
                .isEqualTo(ScoreDistribution.ofRows(scores, new boolean[] {false, true, false, true}))
                .hasSameHashCodeAs(ScoreDistribution.ofRows(scores, new boolean[] {false, true, false, true}))
                .hasToString("2 scores of 2 positives and 2 negatives");
    }

    @Test
    void scoresOutOfOrderAreRefused() {
        assertThatThrownBy(() -> ScoreDistribution.of(new double[] {.2, .1}, new long[2], new long[2]))
                .hasMessage("scores are finite and ascending, counts not negative; not so at place 1");
        assertThatThrownBy(() -> ScoreDistribution.of(new double[] {Double.NaN}, new long[1], new long[1]))
                .hasMessage("scores are finite and ascending, counts not negative; not so at place 0");
        assertThatThrownBy(() -> ScoreDistribution.of(new double[1], new long[2], new long[1]))
                .hasMessage("every score has a count of positives and one of negatives");
    }
}
