package com.cdhdashboard.testdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Lists of recommended items, all at hand; an item named twice in a list counts once, and an empty list not at all. */
public record ShownLists(List<Set<String>> lists) {
    public static final ShownLists NONE = new ShownLists(List.of());

    public ShownLists {
        lists = List.copyOf(lists);
    }

    public static ShownLists of(Collection<? extends Collection<String>> lists) {
        List<Set<String>> distinct = new ArrayList<>();
        lists.stream().filter(list -> !list.isEmpty()).forEach(list -> distinct.add(new LinkedHashSet<>(list)));
        return new ShownLists(distinct);
    }

    public ShownLists plus(ShownLists other) {
        List<Set<String>> both = new ArrayList<>(lists);
        both.addAll(other.lists);
        return new ShownLists(both);
    }

    /** Σᵢ (Σ 1/√|L|)², the sum inside over the lists with item i: n and, twice, the cosines of all pairs of lists. */
    public double squares() {
        return sumsByItem(list -> 1 / Math.sqrt(list.size())).values().stream()
                .mapToDouble(roots -> roots * roots)
                .sum();
    }

    /** Over all lists the mean of −log₂ of the share of lists that have its items, summed. */
    public double surprise() {
        Map<String, Double> shares = sumsByItem(list -> 1.0 / lists.size());
        Map<String, Double> weights = sumsByItem(list -> 1.0 / list.size());
        return weights.entrySet().stream()
                .mapToDouble(item -> -Math.log(shares.getOrDefault(item.getKey(), 0.0)) / Math.log(2) * item.getValue())
                .sum();
    }

    private Map<String, Double> sumsByItem(ToDoubleFunction<Set<String>> summand) {
        Map<String, Double> sums = new TreeMap<>();
        lists.forEach(list -> list.forEach(item -> sums.merge(item, summand.applyAsDouble(list), Double::sum)));
        return sums;
    }
}
