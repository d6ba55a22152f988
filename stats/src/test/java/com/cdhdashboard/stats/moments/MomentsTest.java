package com.cdhdashboard.stats.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.Mergeable;
import com.cdhdashboard.stats.MergeableContract;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MomentsTest extends MergeableContract<Moments> {
    private static final Percentage PRECISION = Percentage.withPercentage(1e-8);

    @Override
    protected Moments empty() {
        return Moments.EMPTY;
    }

    @Override
    protected Moments of(double[] rows) {
        return Moments.of(rows);
    }

    @Override
    protected void assertEquivalent(Moments actual, Moments expected, double[] rows) {
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.mean()).isCloseTo(expected.mean(), PRECISION);
        assertThat(actual.squares()).isCloseTo(expected.squares(), PRECISION);
    }

    @Test
    void varianceOfMergedGroupsIsThatOfAllTheirValues() {
        assertThat(Moments.of(1, 2, 3).mergeWith(Moments.of(11, 12, 13)).variance())
                .isCloseTo(30.8, within(1e-13));
    }

    @Test
    void aLargeOffsetCostsNoDigits() {
        double offset = 1e9;
        Moments merged = Moments.of(offset + 1, offset + 2, offset + 3)
                .mergeWith(Moments.of(offset + 2, offset + 4, offset + 6));

        assertThat(merged.variance()).isCloseTo(3.2, within(1e-14));
        assertThat(merged.mean()).isEqualTo(1_000_000_003);
    }

    @Test
    void fewerThanTwoValuesHaveNoVariance() {
        assertThat(Moments.EMPTY.variance()).isNaN();
        assertThat(Moments.of(5).variance()).isNaN();
        assertThat(Moments.of(5).standardDeviation()).isNaN();
        assertThat(Moments.of(5, 5).variance()).isZero();
    }

    @Test
    void groupedVariancesMatchExactRationals() {
        JsonNode golden = TestData.json("stats/descriptive_golden.json").get("pooled_variance");

        assertThat(golden).isNotEmpty();
        for (JsonNode groups : golden) {
            List<Moments> moments = new ArrayList<>();
            groups.get("groups").forEach(group -> moments.add(Moments.of(numbers(group))));
            Moments merged = Mergeable.merge(Moments.EMPTY, moments);

            assertThat(merged.mean()).isCloseTo(groups.get("grand_mean").asDouble(), PRECISION);
            assertThat(merged.variance())
                    .isCloseTo(groups.get("combined_variance_sample").asDouble(), Percentage.withPercentage(1e-10));
        }
    }

    @Test
    void whatCannotBeMomentsIsRefused() {
        assertThatThrownBy(() -> Moments.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Moments(1, 2, -1)).hasMessage("not moments: 1, 2.0, -1.0");
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
