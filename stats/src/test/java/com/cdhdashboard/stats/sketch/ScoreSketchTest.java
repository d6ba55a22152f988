package com.cdhdashboard.stats.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.Mergeable;
import com.cdhdashboard.stats.binary.GoldenScores;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreSketchTest extends SketchContract<ScoreSketch> {
    private static final double AUC_ERROR = 0.001;
    private static final double PRECISION_ERROR = 0.002;

    @Override
    protected String kind() {
        return "score sketch";
    }

    @Override
    protected ScoreSketch fromBytes(byte[] bytes) {
        return ScoreSketch.fromBytes(bytes);
    }

    @Override
    protected ScoreSketch empty() {
        return ScoreSketch.EMPTY;
    }

    /** A number becomes a propensity up to 0.2, positive with about that chance. */
    @Override
    protected ScoreSketch of(double[] rows) {
        double[] scores = new double[rows.length];
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = rows[i] * 0.2;
            positive[i] = rows[i] * 1_000_003 % 1 < scores[i];
        }
        return ScoreSketch.of(ScoreDistribution.ofRows(scores, positive));
    }

    @Override
    protected void assertEquivalent(ScoreSketch actual, ScoreSketch expected, double[] rows) {
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("com.cdhdashboard.stats.binary.GoldenScores#sets")
    void aucAndAveragePrecisionAreNearTheExactOnesHoweverTheRowsAreDivided(String set) {
        JsonNode golden = GoldenScores.golden(set);
        ScoreDistribution exact = GoldenScores.distribution(set);
        for (int parts : new int[] {1, 7, 50, 997}) {
            ScoreDistribution scores = merged(set, parts).distribution();

            assertThat(scores.auc()).isCloseTo(golden.get("auc").asDouble(), within(AUC_ERROR));
            assertThat(scores.averagePrecision())
                    .isCloseTo(golden.get("average_precision").asDouble(), within(PRECISION_ERROR));
            // Far within the promise for all rows; parts of them have less room, see below
            assertThat(scores.auc()).isCloseTo(exact.auc(), within(AUC_ERROR / 20));
            assertThat(scores.averagePrecision()).isCloseTo(exact.averagePrecision(), within(PRECISION_ERROR / 20));
            assertThat(scores.aucStandardError()).isCloseTo(exact.aucStandardError(), within(1e-4));
            assertThat(scores.calibration().meanScore())
                    .isCloseTo(
                            exact.calibration().meanScore(),
                            within(0.0005 * Math.abs(exact.calibration().meanScore())));
        }
    }

    @ParameterizedTest
    @MethodSource("com.cdhdashboard.stats.binary.GoldenScores#sets")
    void partsOfTheRowsKeepThePromiseToo(String set) {
        double[] scores = GoldenScores.scores(set);
        boolean[] labels = GoldenScores.labels(set);
        Random random = new Random(13);
        for (int size : new int[] {1_300, 2_100, 2_500, 5_000}) {
            for (int trial = 0; size <= scores.length && trial < 40; trial++) {
                int[] part = random.ints(size, 0, scores.length).toArray();
                ScoreDistribution exact = rowsOf(scores, labels, part);
                ScoreDistribution sketched =
                        ScoreSketch.EMPTY.mergeWith(ScoreSketch.of(exact)).distribution();
                if (exact.hasBothClasses()) {
                    assertThat(sketched.auc()).isCloseTo(exact.auc(), within(AUC_ERROR));
                    assertThat(sketched.averagePrecision())
                            .isCloseTo(exact.averagePrecision(), within(PRECISION_ERROR));
                }
            }
        }
    }

    private static ScoreDistribution rowsOf(double[] scores, boolean[] labels, int[] rows) {
        boolean[] partLabels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            partLabels[i] = labels[rows[i]];
        }
        return ScoreDistribution.ofRows(
                IntStream.of(rows).mapToDouble(row -> scores[row]).toArray(), partLabels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ties_5_levels", "constant_score", "perfect", "sklearn_doc"})
    void fewDistinctScoresAreKeptAsTheyAre(String set) {
        ScoreSketch merged = merged(set, 50);

        assertThat(merged.isExact()).isTrue();
        assertThat(merged.distribution()).isEqualTo(GoldenScores.distribution(set));
    }

    /** Every {@code parts}-th row goes into one part; the parts are merged one by one. */
    private static ScoreSketch merged(String set, int parts) {
        double[] scores = GoldenScores.scores(set);
        boolean[] labels = GoldenScores.labels(set);
        List<ScoreSketch> sketches = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int first = part;
            int[] rows = IntStream.range(0, scores.length)
                    .filter(row -> row % parts == first)
                    .toArray();
            sketches.add(ScoreSketch.of(rowsOf(scores, labels, rows)));
        }
        return Mergeable.merge(ScoreSketch.EMPTY, sketches);
    }

    @Test
    void tiesStayExactWhenOtherScoresForceBins() {
        ScoreSketch tied = ScoreSketch.of(
                ScoreDistribution.of(new double[] {0.005}, new long[] {40}, new long[] {4_000_000_000L}));

        ScoreDistribution merged = tied.mergeWith(of(rows(5_000))).distribution();

        assertThat(merged.totalNegatives()).isGreaterThan(4_000_000_000L);
        assertThat(merged.auc()).isBetween(0.0, 1.0);
    }

    @Test
    void withoutBothClassesThereIsNothingToMeasure() {
        assertThat(ScoreSketch.EMPTY.distribution().auc()).isNaN();
        assertThat(ScoreSketch.EMPTY.isExact()).isTrue();
        assertThat(ScoreSketch.EMPTY).hasToString("exact 0 scores of 0 positives and 0 negatives");
    }

    @Test
    void aHundredThousandRowsTakeNoMoreThanTwentyFiveKilobytes() {
        assertThat(of(rows(100_000)).toBytes()).hasSizeLessThan(25_000);
        assertThat(of(rows(200)).toBytes()).hasSizeLessThan(2_000);
    }

    @Test
    void aHigherScoreNeverHasALowerBin() {
        double[] ascending = {
            -Double.MAX_VALUE,
            -1e9,
            -2,
            -1.000001,
            -1,
            -0.5,
            -1e-300,
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            1e-300,
            1e-9,
            0.001,
            0.005,
            0.0051,
            0.5,
            0.999,
            1 - 1e-12,
            Math.nextDown(1.0),
            1,
            Math.nextUp(1.0),
            1.5,
            2,
            1e9,
            Double.MAX_VALUE
        };
        for (int i = 1; i < ascending.length; i++) {
            assertThat(ScoreBins.bin(ascending[i])).isGreaterThanOrEqualTo(ScoreBins.bin(ascending[i - 1]));
        }
        assertThat(ScoreBins.bin(-0.0)).isEqualTo(ScoreBins.bin(0));
        assertThat(ScoreBins.bin(0.0051)).isGreaterThan(ScoreBins.bin(0.005));
    }

    @Test
    void theScoreThatStandsForABinLiesInIt() {
        int[] firstAndLast = {
            ScoreBins.bin(-Double.MAX_VALUE), ScoreBins.bin(-Double.MIN_VALUE),
            ScoreBins.bin(0), ScoreBins.bin(0),
            ScoreBins.bin(Double.MIN_VALUE), ScoreBins.bin(Math.nextDown(1.0)),
            ScoreBins.bin(1), ScoreBins.bin(1),
            ScoreBins.bin(Math.nextUp(1.0)), ScoreBins.bin(Double.MAX_VALUE)
        };
        for (int range = 0; range < firstAndLast.length; range += 2) {
            assertThat(IntStream.rangeClosed(firstAndLast[range], firstAndLast[range + 1])
                            .filter(bin -> ScoreBins.bin(ScoreBins.score(bin)) != bin))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoNumberHasNoBin() {
        assertThatThrownBy(() -> ScoreBins.bin(Double.NaN)).hasMessage("a score is a finite number: NaN");
        assertThatThrownBy(() -> ScoreBins.bin(Double.POSITIVE_INFINITY))
                .hasMessage("a score is a finite number: Infinity");
    }
}
