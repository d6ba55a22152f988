package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.ReportView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a report as its page shows it: right behind the dimensions the scores that the chart is about, each with its
 * interval, so that nobody has to look for them to the right. Files keep the order that programs know.
 */
final class Leading {
    private static final List<String> INTERVAL = List.of("", "_Low", "_High");

    private Leading() {}

    static Table of(ReportView view) {
        Table table = view.table();
        List<String> shown = view.controls().stream()
                .map(Control::chosen)
                .flatMap(name -> INTERVAL.stream().map(end -> name + end))
                .distinct()
                .toList();
        List<Integer> order = new ArrayList<>(places(
                table,
                table.columns().stream()
                        .filter(column -> column.role() == Column.Role.DIMENSION)
                        .map(Column::name)
                        .toList()));
        order.addAll(places(table, shown));
        IntStream.range(0, table.columns().size()).forEach(order::add);
        List<Integer> places = order.stream().distinct().toList();
        return new Table(
                places.stream().map(table.columns()::get).toList(),
                table.rows().stream().map(row -> inOrder(row, places)).toList());
    }

    private static List<Integer> places(Table table, List<String> names) {
        return names.stream()
                .flatMapToInt(name -> table.indexOf(name).stream())
                .boxed()
                .toList();
    }

    private static List<@Nullable Object> inOrder(List<@Nullable Object> row, List<Integer> places) {
        List<@Nullable Object> ordered = new ArrayList<>(places.size());
        places.forEach(place -> ordered.add(row.get(place)));
        return ordered;
    }
}
