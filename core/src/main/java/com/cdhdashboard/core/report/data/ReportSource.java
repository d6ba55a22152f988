package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.UnknownValues;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the reports over one metric are drawn from: its cube, or its customers. */
public interface ReportSource {
    String metric();

    /** What a report may name: as far as the configuration tells, or with what the data tell, too. */
    FieldCatalogue fields(boolean ofData);

    /** The dimensions of the data; empty where they hold nothing of the metric. */
    Optional<List<Column>> dimensions();

    /** Why the data hold nothing of the metric, and what to do. */
    String nothing();

    /** The values of a dimension that the filters leave. */
    List<ValueCount> values(String dimension, List<Filter> filters);

    /** What a row of a report's table is made of, where that can be told. */
    Optional<RowsBehind> behind(List<Filter> filters, Table row);

    /**
     * Reads a report that has passed the rules.
     *
     * @param filters on dimensions there are
     * @param waits whether it is drawn when its models are fitted; else as far as it can be now
     */
    ReadReport read(ReportConfig report, Capability row, List<Filter> filters, boolean waits);

    /** A report with the data it is drawn from. */
    interface ReadReport {
        List<Control> controls();

        /** @throws com.cdhdashboard.core.error.UserException where it cannot be drawn, with the reason */
        Drawing draw();
    }

    /** The same with another period beside the one of the filters; what knows no periods says so. */
    ReportSource comparing(ComparedPeriods periods);

    default Optional<Column> dimension(String name) {
        return dimensions().stream()
                .flatMap(List::stream)
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** Why the data cannot be narrowed to the days of a period, nor compared where that is asked for. */
    String beyondPeriod();

    /** The filters as its data can take them: a period that they do not know narrows nothing. */
    default List<Filter> taken(List<Filter> filters) {
        return dimensions()
                .map(dimensions -> Period.within(dimensions, filters))
                .orElse(filters);
    }

    /** What is to be said of a period that narrows nothing. */
    default Optional<String> unnarrowed(List<Filter> filters) {
        boolean left = taken(filters).size() < filters.size();
        return left ? Optional.of(beyondPeriod()) : Optional.empty();
    }

    /** Why nothing can be drawn under these filters. */
    default Optional<String> lacking(List<Filter> filters) {
        return dimensions().isEmpty()
                ? Optional.of(nothing())
                : taken(filters).stream()
                        .filter(filter -> dimension(filter.dimension()).isEmpty())
                        .findFirst()
                        .map(filter -> "The metric \"" + metric() + "\" has no dimension \"" + filter.dimension()
                                + "\", so it cannot be filtered by it. Clear the filter: " + filter.sentence() + ".");
    }

    /** What is said where the data of these metrics hold the period only in part. */
    static Optional<String> partlyInPeriod(List<? extends ReportSource> sources, List<Filter> filters) {
        return Period.in(filters).isEmpty()
                ? Optional.empty()
                : Period.partly(
                        filters,
                        sources.stream()
                                .filter(source -> source.dimension(Period.DAY).isPresent())
                                .flatMap(source -> source.values(Period.DAY, List.of()).stream())
                                .map(ValueCount::value)
                                .filter(LocalDate.class::isInstance)
                                .map(LocalDate.class::cast)
                                .toList());
    }

    /** Which values that filters name none of these metrics has. */
    static List<String> unknownValues(List<? extends ReportSource> sources, List<Filter> filters) {
        return UnknownValues.of(filters, dimension -> {
            List<ValueCount> values = sources.stream()
                    .filter(source -> source.dimension(dimension).isPresent())
                    .flatMap(source -> source.values(dimension, List.of()).stream())
                    .toList();
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        });
    }
}
