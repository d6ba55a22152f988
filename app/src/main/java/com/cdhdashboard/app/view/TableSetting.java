package com.cdhdashboard.app.view;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is shown.
 *
 * @param scores what its numbers mean
 * @param page the address of the page in any state
 * @param explanations the address where it is said what numbers mean
 * @param dimensions by which the page can be filtered
 */
public record TableSetting(
        ScoreCatalogue scores,
        ViewState state,
        Function<ViewState, String> page,
        String explanations,
        List<String> dimensions) {
    public TableSetting {
        requireNonNull(scores, "scores");
        requireNonNull(state, "state");
        requireNonNull(page, "page");
        requireNonNull(explanations, "explanations");
        dimensions = List.copyOf(dimensions);
    }

    /** By which dimensions what is shown of a metric can be filtered. */
    public static List<String> dimensions(Snapshot now, String metric) {
        return now.cubes()
                .schema(metric)
                .map(CubeSchema::dimensions)
                .or(() -> now.customers().schema(metric).map(CustomerSchema::dimensions))
                .map(columns -> columns.stream().map(Column::name).toList())
                .orElse(List.of());
    }

    /** The page with the rows of this value only; empty where it cannot be filtered so. */
    Optional<TableView.Deeper> deeper(Column column, @Nullable Object value) {
        if (column.role() != Column.Role.DIMENSION || !dimensions.contains(column.name())) {
            return Optional.empty();
        }
        boolean day = value instanceof LocalDate;
        Optional<Period> week = week(column, value);
        return Optional.of(new TableView.Deeper(
                page.apply(state.withFilters(week.map(this::only).orElseGet(() -> List.of(only(column, value))))),
                column.name(),
                column.title(),
                Values.label(value),
                week.isPresent() ? "week" : day ? "day" : "value",
                week.map(ComparedPeriods::value).orElse("")));
    }

    /** The days of a week that the page asks for. */
    private Optional<Period> week(Column column, @Nullable Object value) {
        if (!(value instanceof LocalDate first) || !TimeStep.WEEK.is(column)) {
            return Optional.empty();
        }
        Period week = Period.of(first, TimeStep.WEEK.end(first));
        return Optional.of(Period.in(state.filters()).flatMap(week::and).orElse(week));
    }

    /** A period, as it is on every page, beside the single days that are asked for or left out. */
    private List<Filter> only(Period period) {
        return Stream.concat(
                        Period.withoutPeriod(state.filters()).stream()
                                .filter(filter -> filter.dimension().equals(Period.DAY)),
                        Stream.of(period.filter()))
                .toList();
    }

    private static Filter only(Column column, @Nullable Object value) {
        Optional<String> text = Values.text(value);
        return value instanceof LocalDate
                ? new Filter.Range(column.name(), text, text)
                : Filter.In.of(column.name(), List.of(text));
    }

    String address(TableState table) {
        return page.apply(state.withTable(table));
    }

    /** What a column means; dimensions explain themselves. */
    Optional<Score> scoreOf(Column column) {
        return column.role() == Column.Role.DIMENSION ? Optional.empty() : scores.find(column.name());
    }

    Optional<TableView.Asking> asking(Table table) {
        return table.columns().stream().anyMatch(column -> scoreOf(column).isPresent())
                ? Optional.of(new TableView.Asking(explanations, state.parameters()))
                : Optional.empty();
    }
}
