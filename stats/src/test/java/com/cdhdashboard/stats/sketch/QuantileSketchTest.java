package com.cdhdashboard.stats.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.stats.moments.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileSketchTest extends SketchContract<QuantileSketch> {
    private static final double RANK_ERROR = 0.005;
    private static final double[] SHARES = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1};
    private static final int ROWS = 100_000;

    @Override
    protected String kind() {
        return "quantile sketch";
    }

    @Override
    protected QuantileSketch fromBytes(byte[] bytes) {
        return QuantileSketch.fromBytes(bytes);
    }

    @Override
    protected QuantileSketch empty() {
        return QuantileSketch.EMPTY;
    }

    @Override
    protected QuantileSketch of(double[] rows) {
        return QuantileSketch.of(rows);
    }

    @Override
    protected void assertEquivalent(QuantileSketch actual, QuantileSketch expected, double[] rows) {
        assertThat(actual.count()).isEqualTo(expected.count()).isEqualTo(rows.length);
        assertThat(List.of(actual.lowest(), actual.highest())).containsExactly(expected.lowest(), expected.highest());
        assertQuantiles(actual, rows);
    }

    private static void assertQuantiles(QuantileSketch sketch, double[] values) {
        double[] ascending = DoubleStream.of(values).sorted().toArray();
        double[] quantiles = sketch.quantiles(SHARES);
        for (int i = 0; i < SHARES.length; i++) {
            assertThat(Double.valueOf(sketch.quantile(SHARES[i]))).isEqualTo(Double.valueOf(quantiles[i]));
            if (values.length <= 500) {
                assertThat(Double.valueOf(quantiles[i]))
                        .isEqualTo(Double.valueOf(Quantiles.type7(ascending, SHARES[i])));
            } else {
                assertThat(rankError(ascending, SHARES[i], quantiles[i]))
                        .as("rank error of quantile %s", SHARES[i])
                        .isLessThanOrEqualTo(RANK_ERROR);
            }
        }
    }

    /** How far the share lies from the ranks that the value has; ties give it a range of ranks. */
    private static double rankError(double[] ascending, double share, double value) {
        double below = DoubleStream.of(ascending).filter(x -> x < value).count() / (double) ascending.length;
        double notAbove = DoubleStream.of(ascending).filter(x -> x <= value).count() / (double) ascending.length;
        return Math.max(0, Math.max(below - share, share - notAbove));
    }

    static Stream<Arguments> data() {
        Random random = new Random(7);
        return Stream.of(
                Arguments.of("uniform", values(random::nextDouble)),
                Arguments.of("lognormal", values(() -> Math.exp(2 * random.nextGaussian()))),
                Arguments.of("normal around zero", values(random::nextGaussian)),
                Arguments.of("a spike of 70 %", values(() -> random.nextDouble() < 0.7 ? 0.005 : random.nextDouble())),
                Arguments.of("five levels", values(() -> random.nextInt(5) / 10.0)),
                Arguments.of("whole seconds", values(() -> Math.floor(-40 * Math.log(1 - random.nextDouble())))),
                Arguments.of("constant", values(() -> 3.5)),
                Arguments.of("times of a day", values(() -> 1.7e9 + random.nextInt(86_400))),
                Arguments.of(
                        "ascending",
                        DoubleStream.iterate(0, x -> x + 1).limit(ROWS).toArray()),
                Arguments.of(
                        "descending",
                        DoubleStream.iterate(0, x -> x - 1).limit(ROWS).toArray()));
    }

    private static double[] values(DoubleSupplier supplier) {
        return DoubleStream.generate(supplier).limit(ROWS).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void theRankErrorHoldsForAllKindsOfValuesHoweverTheyAreDivided(String name, double[] values) {
        for (int size : new int[] {values.length, 10_000, 100, 3}) {
            List<QuantileSketch> chunks = new ArrayList<>();
            for (int from = 0; from < values.length; from += size) {
                chunks.add(QuantileSketch.of(Arrays.copyOfRange(values, from, Math.min(values.length, from + size))));
            }
            assertQuantiles(mergedInARow(QuantileSketch.EMPTY, chunks), values);
        }
    }

    @Test
    void equalPartsDoNotAddUpTheirErrors() {
        double[] values = rows(5_000);
        QuantileSketch part = QuantileSketch.of(values);
        QuantileSketch merged = part;
        for (int doublings = 0; doublings < 12; doublings++) {
            merged = merged.mergeWith(merged);
        }

        assertThat(merged.count()).isEqualTo(5_000L << 12);
        assertThat(rankError(DoubleStream.of(values).sorted().toArray(), 0.5, merged.quantile(0.5)))
                .isLessThanOrEqualTo(RANK_ERROR);
    }

    @Test
    void upTo512ValuesQuantilesAreExact() {
        double[] values = rows(512);
        QuantileSketch merged = QuantileSketch.of(Arrays.copyOf(values, 300))
                .mergeWith(QuantileSketch.of(Arrays.copyOfRange(values, 300, 512)));

        assertThat(QuantileSketch.MOST_EXACT).isEqualTo(512);
        assertThat(merged.isExact()).isTrue();
        assertThat(merged.quantile(0.25))
                .isEqualTo(Quantiles.type7(DoubleStream.of(values).sorted().toArray(), 0.25));
        assertThat(merged.mergeWith(QuantileSketch.of(0.5)).isExact()).isFalse();
    }

    @Test
    void noValuesHaveNoQuantile() {
        assertThat(QuantileSketch.of()).isSameAs(QuantileSketch.EMPTY);
        assertThat(QuantileSketch.EMPTY.quantile(0.5)).isNaN();
        assertThat(QuantileSketch.EMPTY.lowest()).isNaN();
        assertThat(QuantileSketch.EMPTY.highest()).isNaN();
    }

    @Test
    void aSketchTakesAtMostElevenKilobytes() {
        assertThat(QuantileSketch.of(rows(1_000_000)).toBytes()).hasSizeLessThan(11_000);
    }

    @Test
    void theCallersValuesAreLeftAlone() {
        double[] values = {3, 1, 2};

        assertThat(QuantileSketch.of(values).quantile(0.5)).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void zeroIsOneValueWhateverItsSign() {
        assertThat(QuantileSketch.of(-0.0)).isEqualTo(QuantileSketch.of(0.0));
    }

    @Test
    void whatIsNoNumberAndWhatIsNoShareAreRefused() {
        assertThatThrownBy(() -> QuantileSketch.of(1, Double.NaN)).hasMessage("a value is a finite number: NaN");
        assertThatThrownBy(() -> QuantileSketch.of(rows(1_000)).quantile(1.5))
                .hasMessage("a quantile lies between 0 and 1: 1.5");
    }
}
