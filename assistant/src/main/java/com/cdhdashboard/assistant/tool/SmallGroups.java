package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps groups of very few customers out of answers, as a number of so few would be one of persons. */
final class SmallGroups {
    /** Groups of fewer customers are not told. */
    static final int LEAST = 5;

    private static final List<String> COUNTS = List.of(CustomerReader.CUSTOMERS, "pairs");
    private static final List<String> EXTREMES = List.of("least_", "greatest_");
    private static final String REPEAT = "repeat_customers";
    private static final String OF_REPEAT = "mean_monetary_value";

    private SmallGroups() {}

    /** A table without small groups, and what is said where there were some. */
    record Kept(Table table, Optional<String> note) {}

    /**
     * Groups are left out until those left out have enough customers together, as what is missing to a total would be told
     * otherwise.
     */
    static Kept of(Table table) {
        OptionalInt place = COUNTS.stream()
                .map(table::indexOf)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        if (place.isEmpty()) {
            return new Kept(table, Optional.empty());
        }
        int column = place.getAsInt();
        ToLongFunction<List<@Nullable Object>> customers =
                row -> row.get(column) instanceof Number count ? count.longValue() : 0;
        List<List<@Nullable Object>> bySize = new ArrayList<>(table.rows());
        bySize.sort(Comparator.comparingLong(customers));
        List<List<@Nullable Object>> small = new ArrayList<>();
        long hidden = 0;
        for (List<@Nullable Object> row : bySize) {
            long count = customers.applyAsLong(row);
            if (count >= LEAST && (hidden == 0 || hidden >= LEAST)) {
                break;
            }
            if (count > 0) {
                small.add(row);
                hidden += count;
            }
        }
        return kept(table, small);
    }

    /** Without the least and the greatest value of a group, which are those of one customer. */
    static Table withoutExtremes(Table table) {
        List<Integer> places = IntStream.range(0, table.columns().size())
                .filter(place ->
                        EXTREMES.stream().noneMatch(table.columns().get(place).name()::startsWith))
                .boxed()
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> told = new ArrayList<>(places.size());
            places.forEach(place -> told.add(row.get(place)));
            rows.add(told);
        }
        return new Table(places.stream().map(table.columns()::get).toList(), rows);
    }

    private static Kept kept(Table table, List<List<@Nullable Object>> small) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        boolean meansHidden = false;
        for (List<@Nullable Object> row : table.rows()) {
            if (small.stream().noneMatch(left -> left == row)) {
                List<@Nullable Object> told = withoutFewRepeats(table, row);
                meansHidden |= told != row;
                rows.add(told);
            }
        }
        List<String> notes = new ArrayList<>();
        if (!small.isEmpty()) {
            notes.add("Left out: " + small.size() + (small.size() == 1 ? " group" : " groups")
                    + ", so that no group of fewer than " + LEAST + " customers is told.");
        }
        if (meansHidden) {
            notes.add(OF_REPEAT + " is not told where it is of fewer than " + LEAST + " repeat customers.");
        }
        return new Kept(
                new Table(table.columns(), rows),
                notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes)));
    }

    private static List<@Nullable Object> withoutFewRepeats(Table table, List<@Nullable Object> row) {
        OptionalInt repeats = table.indexOf(REPEAT);
        OptionalInt mean = table.indexOf(OF_REPEAT);
        boolean few = repeats.isPresent()
                && mean.isPresent()
                && row.get(repeats.getAsInt()) instanceof Number count
                && count.longValue() > 0
                && count.longValue() < LEAST;
        if (!few) {
            return row;
        }
        List<@Nullable Object> told = new ArrayList<>(row);
        told.set(mean.getAsInt(), null);
        return told;
    }
}
