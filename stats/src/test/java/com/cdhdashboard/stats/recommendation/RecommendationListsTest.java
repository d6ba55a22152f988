package com.cdhdashboard.stats.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.MergeableContract;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendationListsTest extends MergeableContract<RecommendationLists> {
    @Override
    protected RecommendationLists empty() {
        return RecommendationLists.EMPTY;
    }

    /** A number becomes a list of one to four of thirty items. */
    @Override
    protected RecommendationLists of(double[] rows) {
        return RecommendationLists.of(DoubleStream.of(rows)
                .mapToObj(row -> {
                    List<String> list = new ArrayList<>();
                    for (int i = 0; i <= (int) (row * 4); i++) {
                        list.add("item " + (int) (row * 1_000_003 * (i + 1)) % 30);
                    }
                    return list;
                })
                .toList());
    }

    @Override
    protected void assertEquivalent(RecommendationLists actual, RecommendationLists expected, double[] rows) {
        assertThat(actual.lists()).isEqualTo(expected.lists());
        assertThat(actual.items().keySet())
                .containsExactlyElementsOf(expected.items().keySet());
        if (expected.lists() > 1) {
            assertThat(actual.personalization()).isCloseTo(expected.personalization(), within(1e-12));
            assertThat(actual.novelty()).isCloseTo(expected.novelty(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recmetrics_test", "identical", "disjoint", "zipf_50x5", "unequal_with_repeats"})
    void scoresMatchThoseOfThePairwiseDefinition(String set) {
        Map<String, List<String>> byUser = new LinkedHashMap<>();
        TestData.csv("recsys/" + set + ".csv")
                .forEach(row -> byUser.computeIfAbsent(row[0], user -> new ArrayList<>())
                        .add(row[2]));
        RecommendationLists lists = RecommendationLists.of(byUser.values());
        JsonNode golden = TestData.json("recsys/golden.json").get("sets").get(set);

        assertThat(lists.lists()).isEqualTo(golden.get("users").asLong());
        assertThat(lists.items()).hasSize(golden.get("distinct_items").asInt());
        assertThat(lists.personalization())
                .isCloseTo(golden.get("personalization_binary").asDouble(), within(1e-12));
        if (lists.items().values().stream().mapToLong(ItemSums::lists).sum()
                == golden.get("recommendations").asLong()) {
            // The reference counts an item again that is twice in a list; without repeats both are the same
            double novelty =
                    golden.get("novelty_share_of_users").get("mean_over_users").asDouble();
            assertThat(lists.novelty()).isCloseTo(novelty, within(1e-12));
        }
    }

    @Test
    void equalListsAreNotPersonalAndDisjointOnesEntirely() {
        RecommendationLists equal = RecommendationLists.of(List.of(List.of("a", "b"), List.of("b", "a", "a")));
        RecommendationLists disjoint = RecommendationLists.of(List.of(List.of("a"), List.of("b")));

        assertThat(equal.personalization()).isCloseTo(0, within(1e-15));
        assertThat(equal.novelty()).isZero();
        assertThat(disjoint.personalization()).isEqualTo(1);
        assertThat(disjoint.novelty()).isEqualTo(1);
    }

    @Test
    void oneListCannotBeCompared() {
        RecommendationLists one = RecommendationLists.of(List.of(List.of("a", "b"), List.of()));

        assertThat(one.lists()).isEqualTo(1);
        assertThat(one.personalization()).isNaN();
        assertThat(one.novelty()).isNaN();
    }

    @Test
    void itemsComeInOrderOfTheirNames() {
        RecommendationLists lists = RecommendationLists.of(List.of(List.of("c", "a"), List.of("b")));

        assertThat(lists.items().keySet()).containsExactlyElementsOf(new TreeSet<>(List.of("a", "b", "c")));
    }

    @Test
    void anItemInMoreListsThanThereAreIsRefused() {
        assertThatThrownBy(() -> new RecommendationLists(1, Map.of("a", new ItemSums(2, 2, 2))))
                .hasMessage("item \"a\" is in 2 lists of 1");
    }
}
