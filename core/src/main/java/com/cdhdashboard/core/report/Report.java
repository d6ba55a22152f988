package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.metric.ExperimentScores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A report whose keys have been checked and read: one record for each kind. */
sealed interface Report {
    /** The dimensions its rows are grouped by, each once, in the order of the table. */
    List<String> grouping();

    /** Draws it; what cannot be drawn comes back with its reason. */
    Drawing draw(ReportData data);

    /** The dimension of the cards above the chart; empty for no cards. */
    default Optional<String> cards() {
        return Optional.empty();
    }

    /** A line or bar chart, also the free chart. */
    record Line(Axes axes, Optional<String> color, Facets facets, Look look, Optional<String> cards) implements Report {
        record Axes(String x, String y) {}

        record Facets(Optional<String> row, Optional<String> column) {}

        /**
         * What does not change the numbers.
         *
         * @param form {@code line} or {@code bar}; empty to let the number of x values decide
         * @param height the least height in pixels
         */
        record Look(Optional<String> form, boolean logarithmic, OptionalInt height) {
            static final Look PLAIN = new Look(Optional.empty(), false, OptionalInt.empty());
        }

        @Override
        public List<String> grouping() {
            List<String> dimensions = new ArrayList<>(List.of(axes.x()));
            facets.column().ifPresent(dimensions::add);
            facets.row().ifPresent(dimensions::add);
            color.ifPresent(dimensions::add);
            return distinct(dimensions);
        }

        @Override
        public Drawing draw(ReportData data) {
            return new LineChart(this, data).draw();
        }
    }

    /** The arms of experiments against their controls: bars of z, or points of odds ratios with their intervals. */
    record Comparison(String by, String y, Line.Facets facets, OptionalInt height) implements Report {
        static final String BY_Z = ExperimentScores.Z_SCORE;
        static final String BY_ODDS_RATIO = "g_odds_ratio_stat";

        /** Whether the arms can be compared by this score; any of a test names the odds ratio beside it. */
        static boolean isCompared(String score) {
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
        public Drawing draw(ReportData data) {
            return new HeatMapChart(this, data).draw();
        }
    }

    record Scatter(Axis x, Axis y, String size, String color, Steps steps) implements Report {
        record Axis(String score, boolean logarithmic) {}

        /** What moves: a bubble for each value of {@code group}, a picture for each value of {@code frame}. */
        record Steps(String frame, String group) {}

        @Override
        public List<String> grouping() {
            return distinct(List.of(steps.frame(), color, steps.group()));
        }

        @Override
        public Drawing draw(ReportData data) {
            return new ScatterChart(this, data).draw();
        }
    }

    /** Reads a report that has passed {@link ReportRules}. */
    static Report of(ReportConfig config, Capability capability, Vocabulary vocabulary) {
        Settings settings = new Settings(config.settings());
        return switch (capability.kind()) {
            case LINE -> line(settings, settings.requiredText("x"), settings.requiredText("y"));
            case COMPARISON ->
                new Comparison(
                        settings.text("x").orElse(Comparison.BY_Z),
                        settings.text("y").orElse(vocabulary.dimensions().get(0)),
                        new Line.Facets(settings.text("facet_row"), settings.text("facet_column")),
                        settings.height());
            case GENERIC ->
                line(
                        settings,
                        settings.text("x").orElse(vocabulary.dimensions().get(0)),
                        settings.text("y").orElse(vocabulary.scores().get(0)));
            case BAR_POLAR ->
                new PolarBar(
                        settings.requiredText("r"),
                        settings.requiredText("theta"),
                        settings.requiredText("color"),
                        settings.flag("showlegend", true));
            case GAUGE -> new Gauge(config.groupBy(), settings.requiredText("value"), settings.targets("reference"));
            case TREEMAP -> new Treemap(config.groupBy(), settings.requiredText("color"));
            case HEATMAP ->
                new HeatMap(settings.requiredText("x"), settings.requiredText("y"), settings.requiredText("color"));
            case SCATTER ->
                new Scatter(
                        new Scatter.Axis(settings.requiredText("x"), settings.flag("log_x", false)),
                        new Scatter.Axis(settings.requiredText("y"), settings.flag("log_y", false)),
                        settings.requiredText("size"),
                        settings.requiredText("color"),
                        new Scatter.Steps(
                                settings.requiredText("animation_frame"), settings.requiredText("animation_group")));
            case HISTOGRAM, EXPOSURE, CORRELATION, PREDICTION, RFM_DENSITY ->
                throw new IllegalArgumentException(capability.kind().type() + " is drawn of customers, not of cubes");
        };
    }

    private static Line line(Settings settings, String x, String y) {
        boolean logarithmic = settings.text("scale").map("log"::equals).orElseGet(() -> settings.flag("log_y", false));
        Line.Facets facets = new Line.Facets(settings.text("facet_row"), settings.text("facet_column"));
        Optional<String> color = settings.text("color");
        // A configured or chosen "none" is a choice, too.
        Optional<String> cards = settings.values().containsKey("cards")
                ? settings.text("cards")
                : color.or(facets::column).or(facets::row);
        return new Line(
                new Line.Axes(x, y),
                color,
                facets,
                new Line.Look(settings.text("form"), logarithmic, settings.height()),
                cards);
    }

    private static List<String> distinct(List<String> names) {
        return List.copyOf(new LinkedHashSet<>(names));
    }
}
