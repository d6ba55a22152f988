package com.cdhdashboard.core.report.configured;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.GeneratedCubes;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every report of the demo, which has one of each kind, over next to nothing and over far too much: what is drawn can be
 * read, and what is not drawn is told.
 */
class DataOfAnySizeTest {
    private static final int MOST_PANELS = 30;
    private static final int MOST_IN_LEGEND = 13;
    private static final int MOST_TICKS = 48;
    private static final int MOST_DIALS = 30;
    private static final int MOST_AREAS = 3000;
    private static final int MOST_PIXELS = 3200;
    /** Bars, boxes, bubbles and points of one picture, cells and areas apart. */
    private static final int MOST_MARKS = 20_000;

    private static final int MOST_CELLS = 60 * 400;

    private static final Configuration DEMO = ConfigurationReader.demo().configuration();

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 4", "16, 40", "60, 400", "400, 1"})
    void everyReportCanBeReadAndTellsWhatItLeavesOut(int days, int groups) {
        List<Metric> metrics = Metrics.of(DEMO);
        ConfiguredReports reports = new ConfiguredReports(
                DEMO, metrics, GeneratedCubes.of(metrics, days, groups), new NoCustomers(), new ModelFits());
        int drawn = 0;
        for (ReportEntry entry : reports.entries()) {
            if (entry.family() != Family.CLV) {
                ReportView view = reports.view(new ReportRequest(entry.key(), Map.of(), List.of()));
                assertThat(view.figure().isPresent() || view.reason().isPresent())
                        .as(entry.key())
                        .isTrue();
                if (view.figure().isPresent()) {
                    assertHasRoom(entry.key(), TestingReports.json(view));
                    assertTellsWhatIsLeftOut(entry.key(), view);
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(30);
    }

    private static void assertHasRoom(String report, JsonNode figure) {
        JsonNode layout = figure.at("/layout");
        assertThat(layout.at("/height").asInt()).as(report).isBetween(100, MOST_PIXELS);
        assertThat(layout.at("/meta/rows").asInt(1) * layout.at("/meta/columns").asInt(1))
                .as(report)
                .isLessThanOrEqualTo(MOST_PANELS);
        layout.propertyStream()
                .filter(field -> field.getKey().contains("axis"))
                .forEach(axis -> assertThat(axis.getValue().path("ticktext").size())
                        .as("%s: %s", report, axis.getKey())
                        .isLessThanOrEqualTo(MOST_TICKS));
        List<String> legend = new ArrayList<>();
        int marks = 0;
        int dials = 0;
        for (JsonNode trace : figure.at("/data")) {
            if (trace.path("showlegend").asBoolean()) {
                legend.add(trace.path("name").asText());
            }
            String type = trace.path("type").asText();
            dials += type.equals("indicator") ? 1 : 0;
            marks += marks(trace, type, report);
        }
        assertThat(legend).as(report).hasSizeLessThanOrEqualTo(MOST_IN_LEGEND).doesNotHaveDuplicates();
        assertThat(dials).as(report).isLessThanOrEqualTo(MOST_DIALS);
        assertThat(marks).as(report).isPositive().isLessThanOrEqualTo(MOST_MARKS);
    }

    private static int marks(JsonNode trace, String type, String report) {
        return switch (type) {
            case "indicator" -> 1;
            case "treemap" -> {
                assertThat(trace.path("ids").size()).as(report).isBetween(2, MOST_AREAS);
                yield 1;
            }
            case "heatmap" -> {
                assertThat(trace.path("x").size() * trace.path("y").size())
                        .as(report)
                        .isBetween(1, MOST_CELLS);
                yield 1;
            }
            case "barpolar" -> trace.path("r").size();
            default -> trace.path("x").size();
        };
    }

    /** A value of a dimension is named in the figure, or a note says how many values there are of which some are not. */
    private static void assertTellsWhatIsLeftOut(String report, ReportView view) {
        String figure = TestingReports.json(view).toString();
        String notes = String.join(" ", view.notes());
        ScoredRows rows = new ScoredRows(view.table());
        for (Column column : view.table().columns()) {
            if (column.role() == Column.Role.DIMENSION && column.name().matches("[A-Z]\\w*") && rows.size() > 0) {
                List<@Nullable Object> values = rows.distinct(column.name());
                long named = values.stream()
                        .filter(value -> isNamed(figure, column, value))
                        .count();
                boolean told = notes.contains(NumberText.count(values.size()) + " values of ")
                        || notes.contains(NumberText.count(values.size()) + " groups")
                        || notes.contains("have no place on the axes")
                        || notes.contains("No picture of")
                        || notes.contains("is not available for")
                        || notes.contains("smaller values of " + DimensionTitle.of(column.name()));
                assertThat(named == values.size() || named == 0 || told)
                        .as("%s: %d of %d values of %s; %s", report, named, values.size(), column.name(), notes)
                        .isTrue();
            }
        }
    }

    private static boolean isNamed(String figure, Column column, @Nullable Object value) {
        String text = AxisScale.text(column, value);
        return figure.contains(PlotText.tick(text)) || figure.contains(String.valueOf(value));
    }
}
