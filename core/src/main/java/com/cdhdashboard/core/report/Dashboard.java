package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.metric.Scores;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The dashboard: cards and charts of the first configured metric of each family, whatever its dimensions are called. */
final class Dashboard {
    /** A chart of the dashboard: a rate over time. */
    private enum Chart {
        CLICK_THROUGH_RATE(Family.ENGAGEMENT, "CTR"),
        CONVERSION_RATE(Family.CONVERSION, "ConversionRate");

        private final Family family;
        private final String score;

        Chart(Family family, String score) {
            this.family = family;
            this.score = score;
        }
    }

    private final List<Metric> metrics;
    private final BiFunction<Metric, List<Filter>, DataOrReason> source;

    Dashboard(List<Metric> metrics, BiFunction<Metric, List<Filter>, DataOrReason> source) {
        this.metrics = List.copyOf(metrics);
        this.source = source;
    }

    DashboardView view(List<Filter> filters) {
        List<KpiCard> cards = Stream.of(DashboardCards.Kind.values())
                .flatMap(kind -> first(kind.family()).map(metric -> card(kind, metric, filters)).stream())
                .toList();
        List<ReportView> charts = Stream.of(Chart.values())
                .flatMap(chart -> first(chart.family).map(metric -> chart(chart, metric, filters)).stream())
                .toList();
        return new DashboardView(cards, charts);
    }

    private Optional<Metric> first(Family family) {
        return metrics.stream().filter(metric -> metric.family() == family).findFirst();
    }

    private KpiCard card(DashboardCards.Kind kind, Metric metric, List<Filter> filters) {
        DataOrReason found = source.apply(metric, filters);
        if (found.data().isEmpty()) {
            return DashboardCards.empty(kind, found.reason());
        }
        try {
            return DashboardCards.draw(kind, found.data().get());
        } catch (UserException refusal) {
            return DashboardCards.empty(kind, String.valueOf(refusal.getMessage()));
        }
    }

    private ReportView chart(Chart chart, Metric metric, List<Filter> filters) {
        Score score = Scores.find(chart.family, chart.score).orElseThrow();
        DataOrReason found = source.apply(metric, filters);
        if (found.data().isEmpty()) {
            return view(metric, score.title() + " over time", Drawing.refused(found.reason()));
        }
        ReportData data = found.data().get();
        Optional<TimeDimension> time = TimeDimension.finest(data.schema());
        if (time.isEmpty()) {
            return view(
                    metric,
                    score.title() + " over time",
                    Drawing.refused("The metric \"" + metric.name()
                            + "\" has no time in its group_by. Add Day, Month, Quarter or Year and import again."));
        }
        Optional<String> color = firstText(metric, data.schema());
        Report.Line report = new Report.Line(
                new Report.Line.Axes(time.get().column(), score.name()),
                color,
                new Report.Facets(Optional.empty(), Optional.empty()),
                Report.Line.Look.PLAIN,
                Optional.empty());
        String title = score.title() + color.map(name -> " by " + name).orElse(" over time");
        try {
            return view(metric, title, report.draw(data));
        } catch (UserException refusal) {
            return view(metric, title, Drawing.refused(String.valueOf(refusal.getMessage())));
        }
    }

    /** The first dimension of the metric, as configured, that is a text and no time. */
    private static Optional<String> firstText(Metric metric, CubeSchema schema) {
        return Stream.concat(metric.config().common().groupBy().stream(), metric.grain().stream())
                .filter(name -> !TimeDimension.isTime(name))
                .flatMap(name -> schema.dimension(name).stream())
                .filter(column -> column.type() == ValueType.TEXT)
                .map(Column::name)
                .findFirst();
    }

    private static ReportView view(Metric metric, String title, Drawing drawing) {
        return new ReportView(
                "dashboard_" + metric.name(),
                title,
                List.of(),
                List.of(),
                drawing.table(),
                drawing.figure(),
                drawing.reason(),
                drawing.notes());
    }
}
