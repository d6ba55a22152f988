package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ComparedCubes;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.PlaceInPeriod;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.chart.Facets;
import com.cdhdashboard.core.report.chart.FunnelChart;
import com.cdhdashboard.core.report.chart.LineChart;
import com.cdhdashboard.core.report.comparison.ComparisonChart;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.data.SuitedStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A chart of the dashboard: which report it is follows from the metric and its data. */
sealed interface DashboardChart {
    Family family();

    /** The heading while there are no data. */
    String title();

    /** The score, or the type of report, by which a configured report is like it. */
    String shown();

    /**
     * The report to draw, or why there is none.
     *
     * @param step the dimension of time that was asked for
     */
    Plan plan(ReportData data, Optional<String> step);

    /**
     * What is drawn.
     *
     * @param controls what can be chosen of it
     * @param reason why there is no report; empty where there is one
     */
    record Plan(String title, Optional<CubeChart> report, List<Control> controls, String reason) {
        static Plan of(String title, CubeChart report) {
            return new Plan(title, Optional.of(report), List.of(), "");
        }

        static Plan refused(String title, String reason) {
            return new Plan(title, Optional.empty(), List.of(), reason);
        }

        Plan with(Control control) {
            return new Plan(title, report, List.of(control), reason);
        }
    }

    /** A rate over time, by the first dimension that is a text. */
    record Trend(Family family, String score) implements DashboardChart {
        @Override
        public String shown() {
            return score;
        }

        @Override
        public String title() {
            return known().title() + " over time";
        }

        private Score known() {
            return Scores.find(family, score).orElseThrow();
        }

        @Override
        public Plan plan(ReportData data, Optional<String> asked) {
            boolean compares = data.compared().isPresent();
            Optional<String> color = compares ? Optional.empty() : firstText(data, List.of());
            Optional<TimeStep> suited = SuitedStep.of(data, color, SuitedStep.MOST_IN_CHART);
            if (suited.isEmpty()) {
                return Plan.refused(
                        title(),
                        "The metric \"" + data.metric().name()
                                + "\" has no time in its group_by. Add Day, Month, Quarter or Year and import again.");
            }
            StepChoice choice = StepChoice.of(data.schema(), suited.get(), asked);
            return Plan.of(
                            known().title()
                                    + color.map(name -> " by " + DimensionTitle.of(name))
                                            .orElse(" over time")
                                    + choice.titleEnding(),
                            new LineChart(
                                    new LineChart.Axes(
                                            compares
                                                    ? PlaceInPeriod.axis(
                                                            choice.step().dimension())
                                                    : choice.step().dimension(),
                                            score),
                                    compares ? Optional.of(ComparedCubes.PERIOD) : color,
                                    Facets.NONE,
                                    LineChart.Look.PLAIN,
                                    Optional.empty()))
                    .with(choice.control());
        }
    }

    /**
     * How far interactions get: from the most frequent outcome that is no response to the most frequent response and the
     * most frequent conversion, as the configured metrics name them.
     */
    record OutcomeFunnel(List<Metric> metrics) implements DashboardChart {
        private static final String OUTCOME = "Outcome";

        public OutcomeFunnel {
            metrics = List.copyOf(metrics);
        }

        @Override
        public Family family() {
            return Family.DESCRIPTIVE;
        }

        @Override
        public String shown() {
            return "funnel";
        }

        @Override
        public String title() {
            return "Feedback loop";
        }

        @Override
        public Plan plan(ReportData data, Optional<String> asked) {
            if (data.schema().dimension(OUTCOME).isEmpty()) {
                return Plan.refused(
                        title(),
                        "The metric \"" + data.metric().name()
                                + "\" has no Outcome in its group_by. Add it and import again.");
            }
            ReportData counts = data.narrowed(Optional.empty(), List.of());
            ScoredRows outcomes = counts.rows(List.of(OUTCOME));
            if (outcomes.size() == 0) {
                return Plan.refused(title(), counts.noRows());
            }
            List<String> stages = stages(outcomes);
            if (stages.size() < 2) {
                return Plan.refused(
                        title(),
                        "The data hold fewer than two of the outcomes that engagement and conversion count, so there are"
                                + " no stages to compare.");
            }
            Optional<String> color =
                    data.compared().isPresent() ? Optional.of(ComparedCubes.PERIOD) : firstText(data, List.of(OUTCOME));
            return Plan.of(
                    title()
                            + color.map(name -> " by " + DimensionTitle.of(name))
                                    .orElse(""),
                    new FunnelChart(OUTCOME, stages, color, Facets.NONE, OptionalInt.empty()));
        }

        private List<String> stages(ScoredRows rows) {
            Map<String, Double> counts = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                counts.put(String.valueOf(rows.value(row, OUTCOME)), rows.number(row, ReportData.COUNT));
            }
            List<String> stages = new ArrayList<>();
            Stream.of(
                            responses(Family.ENGAGEMENT).map(MetricConfig.Responses::negative),
                            responses(Family.ENGAGEMENT).map(MetricConfig.Responses::positive),
                            responses(Family.CONVERSION).map(MetricConfig.Responses::positive))
                    .flatMap(outcomes -> outcomes.flatMap(list -> mostFrequent(list, counts)).stream())
                    .filter(stage -> !stages.contains(stage))
                    .forEach(stages::add);
            return stages;
        }

        private Optional<MetricConfig.Responses> responses(Family family) {
            return metrics.stream()
                    .filter(metric -> metric.family() == family)
                    .findFirst()
                    .flatMap(Metric::responses);
        }

        private static Optional<String> mostFrequent(List<String> outcomes, Map<String, Double> counts) {
            return outcomes.stream().filter(counts::containsKey).max(Comparator.comparingDouble(counts::get));
        }
    }

    /** The arms of every experiment against their controls. */
    record Experiments() implements DashboardChart {
        @Override
        public Family family() {
            return Family.EXPERIMENT;
        }

        @Override
        public String shown() {
            return "";
        }

        @Override
        public String title() {
            return "Business experiments";
        }

        @Override
        public Plan plan(ReportData data, Optional<String> asked) {
            Facets facets = data.compared().isPresent()
                    ? new Facets(Optional.empty(), Optional.of(ComparedCubes.PERIOD))
                    : Facets.NONE;
            return data.metric()
                    .requiredDimension()
                    .map(name -> Plan.of(
                            title(), new ComparisonChart(ComparisonChart.BY_Z, name, facets, OptionalInt.empty())))
                    .orElseGet(() -> Plan.refused(title(), "The metric names no experiment."));
        }
    }

    /** The first dimension of the metric, as configured, that is a text, no time and none of those taken. */
    private static Optional<String> firstText(ReportData data, List<String> taken) {
        return Stream.concat(data.metric().config().common().groupBy().stream(), data.metric().grain().stream())
                .filter(name -> TimeStep.of(name).isEmpty() && !taken.contains(name))
                .flatMap(name -> data.schema().dimension(name).stream())
                .filter(column -> column.type() == ValueType.TEXT)
                .map(Column::name)
                .findFirst();
    }
}
