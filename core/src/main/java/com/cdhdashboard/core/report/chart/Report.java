package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.comparison.ComparisonChart;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.ScoreView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A report whose keys have been checked and read: one record for each kind. */
public sealed interface Report {
    /** The dimensions its rows are grouped by, each once, in the order of the table. */
    List<String> grouping();

    /** The scores it shows; no other is asked for. */
    List<String> scores();

    /** Draws it; what cannot be drawn comes back with its reason. */
    Drawing draw(ReportData data);

    /** The dimension of the cards above the chart; empty for no cards. */
    default Optional<String> cards() {
        return Optional.empty();
    }

    /** A line or bar chart, also the free chart. */
    record Line(Axes axes, Optional<String> color, Facets facets, Look look, Optional<String> cards) implements Report {
        public record Axes(String x, String y) {}

        /**
         * What does not change the numbers.
         *
         * @param form {@code line} or {@code bar}; empty to let the number of x values decide
         * @param height the least height in pixels
         */
        public record Look(Optional<String> form, boolean logarithmic, OptionalInt height) {
            public static final Look PLAIN = new Look(Optional.empty(), false, OptionalInt.empty());
        }

        @Override
        public List<String> grouping() {
            return grouped(Optional.of(axes.x()), facets, color);
        }

        @Override
        public List<String> scores() {
            return List.of(axes.y());
        }

        @Override
        public Drawing draw(ReportData data) {
            return new LineChart(this, data).draw();
        }
    }

    /** The arms of experiments against their controls: bars of z, or points of odds ratios with their intervals. */
    record Comparison(String by, String y, Facets facets, OptionalInt height) implements Report {
        public static final String BY_Z = ExperimentScores.Z_SCORE;
        public static final String BY_ODDS_RATIO = "g_odds_ratio_stat";

        /** Whether the arms can be compared by this score; any of a test names the odds ratio beside it. */
        public static boolean isCompared(String score) {
            return score.equals(BY_Z) || score.startsWith("g_") || score.startsWith("chi2_");
        }

        public Comparison {
            by = by.equals(BY_Z) ? BY_Z : BY_ODDS_RATIO;
        }

        @Override
        public List<String> grouping() {
            List<String> dimensions = new ArrayList<>();
            facets.column().ifPresent(dimensions::add);
            facets.row().ifPresent(dimensions::add);
            dimensions.add(y);
            return distinct(dimensions);
        }

        @Override
        public List<String> scores() {
            return List.of(by);
        }

        @Override
        public Drawing draw(ReportData data) {
            return new ComparisonChart(this, data).draw();
        }
    }

    record PolarBar(String r, String theta, String color, boolean showLegend) implements Report {
        @Override
        public List<String> grouping() {
            return distinct(List.of(theta, color));
        }

        @Override
        public List<String> scores() {
            return List.of(r);
        }

        @Override
        public Drawing draw(ReportData data) {
            return new PolarChart(this, data).draw();
        }
    }

    /** Gauges, by one dimension, or by two: the first in rows, the second in columns. */
    record Gauge(List<String> grouping, String value, Map<String, Double> targets) implements Report {
        public Gauge {
            grouping = distinct(grouping);
            targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        }

        @Override
        public List<String> scores() {
            return List.of(value);
        }

        @Override
        public Drawing draw(ReportData data) {
            return new GaugeChart(this, data).draw();
        }
    }

    /** Nested areas; {@code grouping} is the path from the outside in. */
    record Treemap(List<String> grouping, String color) implements Report {
        public Treemap {
            grouping = distinct(grouping);
        }

        @Override
        public List<String> scores() {
            return List.of(color);
        }

        @Override
        public Drawing draw(ReportData data) {
            return new TreemapChart(this, data).draw();
        }
    }

    record HeatMap(String x, String y, String color) implements Report {
        @Override
        public List<String> grouping() {
            return distinct(List.of(y, x));
        }

        @Override
        public List<String> scores() {
            return List.of(color);
        }

        @Override
        public Drawing draw(ReportData data) {
            return new HeatMapChart(this, data).draw();
        }
    }

    record Scatter(Axis x, Axis y, String size, String color, Steps steps) implements Report {
        public record Axis(String score, boolean logarithmic) {}

        /** What moves: a bubble for each value of {@code group}, a picture for each value of {@code frame}. */
        public record Steps(String frame, String group) {}

        @Override
        public List<String> grouping() {
            return distinct(List.of(steps.frame(), color, steps.group()));
        }

        @Override
        public List<String> scores() {
            return distinct(List.of(x.score(), y.score(), size));
        }

        @Override
        public Drawing draw(ReportData data) {
            return new ScatterChart(this, data).draw();
        }
    }

    /** One curve of the scores for each colour, one small chart for each facet; all else is taken together. */
    record Curves(ScoreView view, Optional<String> color, Facets facets, Plain plain) implements Report {
        /**
         * What the curves leave out of the report.
         *
         * @param x the dimension that other views lay along the axis
         */
        public record Plain(String x, OptionalInt height) {}

        @Override
        public List<String> grouping() {
            return grouped(Optional.empty(), facets, color);
        }

        @Override
        public List<String> scores() {
            return List.of("roc_auc", "average_precision");
        }

        @Override
        public Drawing draw(ReportData data) {
            return new CurveChart(this, data).draw();
        }
    }

    /** Quartiles, mean and extremes of a column as boxes over a dimension. */
    record BoxPlot(String x, String property, Optional<String> color, Facets facets, OptionalInt height)
            implements Report {
        private static final List<String> SHOWN = List.of("Count", "Min", "p25", "Median", "p75", "Max", "Mean");

        @Override
        public List<String> grouping() {
            return grouped(Optional.of(x), facets, color);
        }

        @Override
        public List<String> scores() {
            return SHOWN.stream()
                    .map(score -> DescriptiveScores.name(property, score))
                    .toList();
        }

        @Override
        public Drawing draw(ReportData data) {
            return new BoxPlotChart(this, data).draw();
        }
    }

    /** How often a column has values in each of some bins. */
    record Histogram(String property, Facets facets, Bars bars) implements Report {
        /**
         * What does not change the bins' meaning.
         *
         * @param clipped whether only the range of the middle 98 % is drawn
         * @param shares whether bars are shares of their small chart, not counts
         */
        public record Bars(boolean clipped, boolean shares, boolean logarithmic, OptionalInt height) {}

        @Override
        public List<String> grouping() {
            return grouped(Optional.empty(), facets, Optional.empty());
        }

        @Override
        public List<String> scores() {
            return Stream.of("Count", "Min", "Max")
                    .map(score -> DescriptiveScores.name(property, score))
                    .toList();
        }

        @Override
        public Drawing draw(ReportData data) {
            return new HistogramChart(this, data).draw();
        }
    }

    /** How many interactions got how far along some outcomes. */
    record Funnel(String x, List<String> stages, Optional<String> color, Facets facets, OptionalInt height)
            implements Report {
        public Funnel {
            stages = distinct(stages);
        }

        @Override
        public List<String> grouping() {
            List<String> dimensions = new ArrayList<>(grouped(Optional.empty(), facets, color));
            dimensions.add(x);
            return distinct(dimensions);
        }

        @Override
        public List<String> scores() {
            return List.of(DescriptiveScores.COUNT);
        }

        @Override
        public Drawing draw(ReportData data) {
            return new FunnelChart(this, data).draw();
        }
    }

    /** The dimensions of the rows and columns of small charts. */
    record Facets(Optional<String> row, Optional<String> column) {
        List<String> dimensions() {
            List<String> dimensions = new ArrayList<>();
            row.ifPresent(dimensions::add);
            column.ifPresent(dimensions::add);
            return dimensions;
        }
    }

    private static List<String> grouped(Optional<String> x, Facets facets, Optional<String> color) {
        List<String> dimensions = new ArrayList<>();
        x.ifPresent(dimensions::add);
        facets.column().ifPresent(dimensions::add);
        facets.row().ifPresent(dimensions::add);
        color.ifPresent(dimensions::add);
        return distinct(dimensions);
    }

    private static List<String> distinct(List<String> names) {
        return List.copyOf(new LinkedHashSet<>(names));
    }
}
