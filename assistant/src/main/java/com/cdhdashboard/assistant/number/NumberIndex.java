package com.cdhdashboard.assistant.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Numbers by their size, so that a text is checked against those that it could mean and not against all. */
final class NumberIndex {
    /** Beyond what rounding of doubles can do. */
    private static final double SLACK = 1e-9;

    private final List<Fact> facts;
    private final double[] sizes;
    private final int[] places;

    /** @param facts in the order in which they are preferred */
    NumberIndex(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> Math.abs(facts.get(i).value().doubleValue())));
        this.places = order.stream().mapToInt(i -> i).toArray();
        this.sizes = order.stream()
                .mapToDouble(i -> Math.abs(facts.get(i).value().doubleValue()))
                .toArray();
    }

    List<Fact> all() {
        return facts;
    }

    /** Those that a number could agree with by their size, in the order in which they are preferred. */
    List<Fact> near(Numeral numeral) {
        if (numeral.approximate()) {
            return facts;
        }
        List<Integer> found = new ArrayList<>();
        for (BigDecimal value : numeral.values()) {
            double unit = Math.pow(10, numeral.power() - numeral.unit().shift());
            double width = Math.pow(10, -value.scale()) * unit;
            double size = value.doubleValue() * unit;
            double slack = SLACK * Math.abs(size);
            for (int i = first(size - width - slack); i < sizes.length && sizes[i] <= size + width + slack; i++) {
                found.add(places[i]);
            }
        }
        return found.stream().sorted().distinct().map(facts::get).toList();
    }

    private int first(double least) {
        int low = 0;
        int high = sizes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sizes[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
