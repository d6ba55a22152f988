package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.PlaceInPeriod;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.chart.LineChart;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A chart with both periods of a comparison: by colour where that is free, else by a facet. A line over time goes by the
 * places within the periods. A chart that has room for neither shows its own period, and its table has both.
 *
 * @param by the key that tells the periods apart; empty where the chart has none that is free
 */
record ComparedChart(CubeChart chart, Optional<String> by) {
    private static final String COLOR = "color";

    /** The chart of a report whose data compare periods. */
    static ComparedChart of(ReportReading reading, Capability row, ReportConfig config, CubeChart plain) {
        Settings settings = reading.settings();
        Optional<String> by = Stream.of(COLOR, "facet_column", "facet_row")
                .filter(key -> row.key(key).isPresent() && settings.text(key).isEmpty())
                .findFirst();
        if (by.isEmpty()) {
            return new ComparedChart(plain, by);
        }
        Map<String, Object> changed = new LinkedHashMap<>(config.settings());
        changed.put(by.get(), ComparedCubes.PERIOD);
        if (plain instanceof LineChart line) {
            changed.put("x", PlaceInPeriod.axis(line.axes().x()));
            // What splits the chart anew has no cards of its own.
            row.key("cards")
                    .ifPresent(key -> changed.put(key.name(), line.cards().orElse("")));
        }
        ReportReading compared = new ReportReading(config.with(changed), row, reading.fields());
        return new ComparedChart(ReportKinds.overCubes(row).reading().apply(compared), by);
    }

    /**
     * What a reader has to know of how the periods are drawn.
     *
     * @param drawn the rows of the drawing
     */
    String note(ComparedPeriods periods, Table drawn) {
        if (by.isEmpty()) {
            return "The chart shows " + periods.shown().text() + " alone, as it has no free colour or facet for "
                    + periods.other().text() + "; the table has both.";
        }
        return "Compared: " + periods.text() + "."
                + Stream.of(periods.shown(), periods.other())
                        .filter(period -> !isIn(drawn, period))
                        .findFirst()
                        .map(missing -> " No rows match in " + missing.text() + ", so it is not drawn.")
                        .orElse(
                                by.get().equals(COLOR)
                                        ? ""
                                        : " They stand side by side, as the colour is taken; without a colour they share"
                                                + " one chart.");
    }

    private static boolean isIn(Table drawn, Period period) {
        OptionalInt place = drawn.indexOf(ComparedCubes.PERIOD);
        return place.isEmpty()
                || drawn.rows().stream()
                        .anyMatch(row -> ComparedPeriods.value(period).equals(row.get(place.getAsInt())));
    }

    /** The drawing with both periods in its table, where its chart has one. */
    Drawing complete(Drawing drawing, ReportData data) {
        List<String> dimensions = drawing.table().columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .map(Column::name)
                .toList();
        if (by.isPresent() || drawing.figure().isEmpty() || !dimensions.equals(chart.grouping())) {
            return drawing;
        }
        List<String> both = new ArrayList<>(List.of(ComparedCubes.PERIOD));
        both.addAll(dimensions);
        return new Drawing(
                data.rows(both).table(),
                drawing.figure(),
                drawing.reason(),
                drawing.notes(),
                drawing.cards(),
                drawing.pending());
    }
}
