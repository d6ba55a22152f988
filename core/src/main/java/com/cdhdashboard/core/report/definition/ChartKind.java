package com.cdhdashboard.core.report.definition;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the class of a chart tells of itself: its rows of the capability table, and how it is read from a report that has
 * passed {@link ReportRules}.
 *
 * @param <C> the charts that are drawn of the same data
 */
public record ChartKind<C extends Chart<?>>(
        ReportKind name, List<Capability> rows, Function<ReportReading, C> reading) {
    public ChartKind {
        requireNonNull(name, "name");
        rows = List.copyOf(rows);
        requireNonNull(reading, "reading");
    }

    /** A kind that is over no family yet. */
    public static <C extends Chart<?>> ChartKind<C> of(String type, String title, Function<ReportReading, C> reading) {
        return new ChartKind<>(new ReportKind(type, title), List.of(), reading);
    }

    /** The same kind, also over these families. */
    public ChartKind<C> over(Groups groups, List<Key> keys, Family... families) {
        Stream<Capability> added = Stream.of(families).map(family -> new Capability(name, family, groups, keys));
        return new ChartKind<>(name, Stream.concat(rows.stream(), added).toList(), reading);
    }
}
