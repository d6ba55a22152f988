package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.data.NumberNotes;
import com.cdhdashboard.core.report.data.ReportData;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The dashboard: cards and charts of the first configured metric of each family, whatever its dimensions are called. */
public final class Dashboard {
    private final List<Metric> metrics;
    private final BiFunction<Metric, List<Filter>, ReportData> source;
    private final List<DashboardChart> charts;

    /** @param source gives the data of a metric, or throws why there are none */
    public Dashboard(List<Metric> metrics, BiFunction<Metric, List<Filter>, ReportData> source) {
        this.metrics = List.copyOf(metrics);
        this.source = source;
        this.charts = List.of(
                new DashboardChart.Trend(Family.ENGAGEMENT, "CTR"),
                new DashboardChart.OutcomeFunnel(this.metrics),
                new DashboardChart.Trend(Family.CONVERSION, "ConversionRate"),
                new DashboardChart.Experiments());
    }

    /** @param step the dimension of time that charts go by; empty to let the data decide */
    public DashboardView view(List<Filter> filters, Optional<String> step) {
        List<KpiCard> cards = Stream.of(DashboardCards.Kind.values())
                .flatMap(kind -> first(kind.family()).map(metric -> card(kind, metric, filters)).stream())
                .toList();
        List<ReportView> drawn = charts.stream()
                .flatMap(chart -> first(chart.family()).map(metric -> chart(chart, metric, filters, step)).stream())
                .toList();
        List<KpiCard.Subject> subjects = charts.stream()
                .flatMap(
                        chart -> first(chart.family())
                                .map(metric -> new KpiCard.Subject(metric.name(), chart.shown(), List.of()))
                                .stream())
                .toList();
        return new DashboardView(cards, drawn, cautions(drawn, filters), subjects);
    }

    /** What the charts do not say, as their metric has a card alone. */
    private List<String> cautions(List<ReportView> drawn, List<Filter> filters) {
        List<String> said =
                drawn.stream().flatMap(chart -> chart.notes().stream()).toList();
        return Stream.of(DashboardCards.Kind.values())
                .flatMap(kind -> first(kind.family()).stream())
                .distinct()
                .flatMap(metric -> data(metric, filters).stream())
                .flatMap(data -> Stream.concat(NumberNotes.ofTotal(data).stream(), data.cautionsOnShown().stream()))
                .distinct()
                .filter(note -> !said.contains(note))
                .toList();
    }

    private Optional<Metric> first(Family family) {
        return metrics.stream().filter(metric -> metric.family() == family).findFirst();
    }

    private Optional<ReportData> data(Metric metric, List<Filter> filters) {
        try {
            return Optional.of(source.apply(metric, filters));
        } catch (UserException lacking) {
            return Optional.empty();
        }
    }

    private KpiCard card(DashboardCards.Kind kind, Metric metric, List<Filter> filters) {
        try {
            return DashboardCards.draw(kind, source.apply(metric, filters)).withSubject(kind.of(metric.name()));
        } catch (UserException refusal) {
            return DashboardCards.empty(kind, String.valueOf(refusal.getMessage()));
        }
    }

    private ReportView chart(DashboardChart chart, Metric metric, List<Filter> filters, Optional<String> step) {
        String title = chart.title();
        try {
            ReportData data = source.apply(metric, filters);
            DashboardChart.Plan plan = chart.plan(data, step);
            title = plan.title();
            if (plan.report().isEmpty()) {
                return view(metric, title, Drawing.refused(plan.reason()));
            }
            CubeChart report = plan.report().get();
            ReportData asked = data.narrowed(Optional.empty(), report.scores());
            Drawing drawing = report.draw(asked).ofDays(asked.days()).withNotes(asked.cautionsOnShown());
            return ReportView.of(key(metric), title, plan.controls(), drawing);
        } catch (UserException refusal) {
            return view(metric, title, Drawing.refused(String.valueOf(refusal.getMessage())));
        }
    }

    private static ReportView view(Metric metric, String title, Drawing drawing) {
        return ReportView.of(key(metric), title, List.of(), drawing);
    }

    private static String key(Metric metric) {
        return "dashboard_" + metric.name();
    }
}
