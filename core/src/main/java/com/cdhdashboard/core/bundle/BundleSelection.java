package com.cdhdashboard.core.bundle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What of a store is written as a bundle.
 *
 * @param metrics by name; empty: all
 * @param from the first day, {@code to} the last; of metrics over interactions the days of outcomes, of customers those of
 *     purchases
 * @param customers whether customers are written, with their ids
 * @param source what the data are called, to tell them from those of other stores; absent: as they are called already
 */
public record BundleSelection(
        List<String> metrics,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        boolean customers,
        Optional<String> source) {
    /** Everything. */
    public static final BundleSelection ALL =
            new BundleSelection(List.of(), Optional.empty(), Optional.empty(), true, Optional.empty());

    public BundleSelection {
        metrics = List.copyOf(metrics);
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(source, "source");
    }

    public boolean wants(String metric) {
        return metrics.isEmpty() || metrics.contains(metric);
    }

    /** Whether days are left out. */
    public boolean isCut() {
        return from.isPresent() || to.isPresent();
    }
}
