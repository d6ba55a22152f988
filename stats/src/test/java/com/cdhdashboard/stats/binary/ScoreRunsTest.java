package com.cdhdashboard.stats.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreRunsTest {
    private static final double AUC_ERROR = 0.001;
    private static final double PRECISION_ERROR = 0.002;
    private static final int MOST_RUNS = 30_000;

    /** Of so many rows, a share of them positive, the more likely the higher the score. */
    private static ScoreDistribution rows(int rows, double share, Random random, DoubleUnaryOperator score) {
        double[] scores = new double[rows];
        boolean[] positive = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            double u = random.nextDouble();
            scores[i] = score.applyAsDouble(u);
            positive[i] = random.nextDouble() < 2 * share * u;
        }
        return ScoreDistribution.ofRows(scores, positive);
    }

    private static ScoreDistribution together(List<ScoreDistribution> parts) {
        List<double[]> rows = parts.stream()
                .flatMap(part -> IntStream.range(0, part.size())
                        .mapToObj(i -> new double[] {part.score(i), part.positives(i), part.negatives(i)}))
                .sorted(Comparator.comparingDouble(row -> row[0]))
                .toList();
        AscendingScores all = new AscendingScores(rows.size());
        rows.forEach(row -> all.add(row[0], (long) row[1], (long) row[2]));
        return all.distribution();
    }

    private static void assertKept(ScoreDistribution fewer, ScoreDistribution exact) {
        assertThat(fewer.totalPositives()).isEqualTo(exact.totalPositives());
        assertThat(fewer.totalNegatives()).isEqualTo(exact.totalNegatives());
        assertThat(fewer.auc()).isCloseTo(exact.auc(), within(AUC_ERROR));
        assertThat(fewer.averagePrecision()).isCloseTo(exact.averagePrecision(), within(PRECISION_ERROR));
        assertThat(fewer.aucStandardError()).isCloseTo(exact.aucStandardError(), within(1e-4));
        double mean = Calibration.of(exact).meanScore();
        assertThat(Calibration.of(fewer).meanScore()).isCloseTo(mean, within(1e-9 * Math.abs(mean)));
    }

    static Stream<DoubleUnaryOperator> ranges() {
        return Stream.of(
                u -> u,
                u -> 0.5 + 1e-5 * u,
                u -> 1000 + 1e-5 * u,
                u -> -1000 - 1e-3 * (1 - u),
                u -> 1e300 * u,
                u -> Math.exp(700 * (2 * u - 1)),
                u -> Double.MIN_VALUE * Math.floor(1e6 * u),
                u -> (u < 0.7 ? 0.5 : u) * 1e-9,
                u -> Math.rint(20_000 * u) / 20_000);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void whateverTheRangeOfScoresThePromiseHolds(DoubleUnaryOperator score) {
        for (double share : new double[] {0.0005, 0.01, 0.3, 0.5}) {
            ScoreDistribution exact = rows(60_000, share, new Random(31), score);
            assertKept(ScoreRuns.of(exact), exact);
        }
    }

    @Test
    void setsThatLieWithinARunOfOneAnotherKeepThePromiseTogether() {
        Random random = new Random(32);
        List<ScoreDistribution> parts = List.of(
                rows(60_000, 0.3, random, u -> u),
                rows(60_000, 0.3, random, u -> 0.25 + 1e-7 * u),
                rows(60_000, 0.3, random, u -> 0.25 + 1e-6 * u),
                rows(60_000, 0.01, random, u -> 0.97 + 1e-6 * u));
        assertKept(together(parts.stream().map(ScoreRuns::of).toList()), together(parts));
    }

    @Test
    void runsOfEachClassAreNotLongerThanTwoSteps() {
        ScoreDistribution exact = rows(400_000, 0.4, new Random(33), u -> u);
        ScoreDistribution fewer = ScoreRuns.of(exact);
        assertThat(fewer.size()).isBetween(ScoreRuns.MOST_EXACT, MOST_RUNS);
        for (int i = 0; i < fewer.size(); i++) {
            assertThat(fewer.positives(i)).isLessThan(2 * exact.totalPositives() / ScoreRuns.STEPS);
            assertThat(fewer.negatives(i)).isLessThan(2 * exact.totalNegatives() / ScoreRuns.STEPS);
        }
    }

    @Test
    void aScoreOfManyRowsStaysAlone() {
        ScoreDistribution exact = rows(60_000, 0.3, new Random(34), u -> u < 0.6 ? 0.31 : u);
        ScoreDistribution fewer = ScoreRuns.of(exact);
        int place = IntStream.range(0, fewer.size())
                .filter(i -> fewer.score(i) == 0.31)
                .findFirst()
                .orElseThrow();
        assertThat(fewer.positives(place)).isEqualTo(exact.positives(0));
        assertThat(fewer.negatives(place)).isEqualTo(exact.negatives(0));
    }

    @Test
    void thinningAgainChangesNothing() {
        ScoreDistribution once = ScoreRuns.of(rows(200_000, 0.1, new Random(35), u -> u));
        assertThat(ScoreRuns.of(once)).isEqualTo(once);
    }

    @Test
    void fewPositivesKeepTheirScores() {
        ScoreDistribution exact = rows(60_000, 0.001, new Random(36), u -> u);
        ScoreDistribution fewer = ScoreRuns.of(exact);
        assertThat(positives(fewer)).isEqualTo(positives(exact));
    }

    private static double[] positives(ScoreDistribution scores) {
        return IntStream.range(0, scores.size())
                .filter(i -> scores.positives(i) > 0)
                .mapToDouble(scores::score)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("com.cdhdashboard.stats.binary.GoldenScores#sets")
    void everySetOfCurvesKeepsThePromise(String set) {
        double[] scores = GoldenScores.scores(set);
        boolean[] labels = GoldenScores.labels(set);
        ScoreDistribution exact = GoldenScores.distribution(set);
        for (int parts : new int[] {1, 2}) {
            ScoreDistribution fewer = together(IntStream.range(0, parts)
                    .mapToObj(part -> ScoreRuns.of(part(scores, labels, part, parts)))
                    .toList());
            assertThat(fewer.auc()).isCloseTo(exact.auc(), within(AUC_ERROR / 20));
            assertThat(fewer.averagePrecision()).isCloseTo(exact.averagePrecision(), within(PRECISION_ERROR / 20));
        }
    }

    private static ScoreDistribution part(double[] scores, boolean[] labels, int part, int parts) {
        int[] rows = IntStream.range(0, scores.length)
                .filter(row -> row % parts == part)
                .toArray();
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = labels[rows[i]];
        }
        return ScoreDistribution.ofRows(
                Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray(), positive);
    }

    @Test
    void fewScoresAreKeptAsTheyAre() {
        ScoreDistribution few = rows(ScoreRuns.MOST_EXACT, 0.2, new Random(37), u -> u);
        assertThat(ScoreRuns.of(few)).isSameAs(few);
        assertThat(ScoreRuns.of(ScoreDistribution.EMPTY)).isSameAs(ScoreDistribution.EMPTY);
    }
}
