package com.cdhdashboard.stats.recommendation;

import com.cdhdashboard.stats.Mergeable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists of recommended items, reduced to sums from which both scores follow exactly. A list is the set of distinct items
 * one customer was shown on one occasion; empty lists are left out.
 *
 * @param lists the number of lists
 * @param items the sums of each item, by name
 */
public record RecommendationLists(long lists, Map<String, ItemSums> items) implements Mergeable<RecommendationLists> {
    public static final RecommendationLists EMPTY = new RecommendationLists(0, Map.of());

    private static final double LN_2 = Math.log(2);

    public RecommendationLists {
        items = Collections.unmodifiableMap(new TreeMap<>(items));
        for (Map.Entry<String, ItemSums> item : items.entrySet()) {
            if (!(item.getValue().lists() <= lists)) {
                throw new IllegalArgumentException("item \"" + item.getKey() + "\" is in "
                        + item.getValue().lists() + " lists of " + lists);
            }
        }
    }

    /** The state of some lists at hand; an item named twice in one list counts once. */
    public static RecommendationLists of(Collection<? extends Collection<String>> lists) {
        Map<String, ItemSums> items = new TreeMap<>();
        long filled = 0;
        for (Collection<String> list : lists) {
            Collection<String> distinct = new LinkedHashSet<>(list);
            filled += distinct.isEmpty() ? 0 : 1;
            distinct.forEach(item -> items.merge(item, ItemSums.ofList(distinct.size()), ItemSums::plus));
        }
        return new RecommendationLists(filled, items);
    }

    @Override
    public RecommendationLists mergeWith(RecommendationLists other) {
        Map<String, ItemSums> both = new TreeMap<>(items);
        other.items.forEach((item, sums) -> both.merge(item, sums, ItemSums::plus));
        return new RecommendationLists(Math.addExact(lists, other.lists), both);
    }

    /**
     * 1 minus the mean cosine of the item vectors of all pairs of lists: 0 where all lists are equal, 1 where no two
     * share an item.
     *
     * <p>Computed as 1 − (Σᵢ wᵢ² − n)/(n(n−1)) with wᵢ = Σ 1/√|L| over the lists with item i. {@code NaN} for fewer
     * than two lists. Rounding is kept from leaving [0, 1].
     */
    public double personalization() {
        if (lists < 2) {
            return Double.NaN;
        }
        double squares = items.values().stream()
                .mapToDouble(item -> item.inverseRoots() * item.inverseRoots())
                .sum();
        double n = lists;
        return Math.max(0, Math.min(1, 1 - (squares - n) / (n * (n - 1))));
    }

    /**
     * The mean over lists of the mean surprise of their items in bits, −log₂ of the share of lists with the item; 0
     * where every list holds the same items.
     *
     * <p>Computed as (1/n) Σᵢ −log₂(nᵢ/n) Σ 1/|L|. {@code NaN} for fewer than two lists. Source: T. Zhou et al., PNAS
     * 107 (2010) 4511-4515, doi:10.1073/pnas.1000488107.
     */
    public double novelty() {
        if (lists < 2) {
            return Double.NaN;
        }
        return items.values().stream()
                .mapToDouble(item -> Math.log((double) lists / item.lists()) / LN_2 * (item.inverseSizes() / lists))
                .sum();
    }
}
