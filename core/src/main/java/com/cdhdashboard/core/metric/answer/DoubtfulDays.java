package com.cdhdashboard.core.metric.answer;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.DayStretches;
import com.cdhdashboard.core.cube.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says so where what is shown has days on which interactions may be counted twice. */
public final class DoubtfulDays {
    private static final String DAY = "Day";

    private DoubtfulDays() {}

    /** The note for the cells of a metric that pass the filters; a metric that is not by day may have any of them. */
    public static Optional<String> of(CubeReader cubes, String metric, List<Filter> filters) {
        List<LocalDate> days = cubes.daysCountedTwice();
        Optional<CubeSchema> schema = days.isEmpty() ? Optional.empty() : cubes.schema(metric);
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> shown = schema.get().dimension(DAY).isEmpty() ? days : shown(cubes, metric, filters, days);
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of("Rows of days that were final came in later: interactions may be counted twice on "
                        + DayStretches.text(shown) + ", until all files are imported anew.");
    }

    private static List<LocalDate> shown(CubeReader cubes, String metric, List<Filter> filters, List<LocalDate> days) {
        Set<String> present = cubes.values(metric, DAY, filters).stream()
                .map(value -> Objects.toString(value.value()))
                .collect(Collectors.toSet());
        return days.stream().filter(day -> present.contains(day.toString())).toList();
    }
}
