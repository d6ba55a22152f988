package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Bin;
import com.cdhdashboard.core.customer.CustomerRollUp.Dimension;
import com.cdhdashboard.core.customer.CustomerRollUp.Grouping;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.customer.HistogramSettings.Split;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How many customers, or how much of them, lie in each interval of a column; counted by the engine. */
record CustomerHistogram(HistogramSettings settings) implements Chart<ChartData> {
    private static final List<Key> COUNTED = List.of(
            Key.required("x", Role.SCORE, "Column", "the column whose values are counted"),
            Key.optional("y", Role.SCORE, "Bars show", "the column summed up in each bar; none counts customers"),
            Key.choice(
                    "aggregation",
                    "Summed up as",
                    "how the column y is summed up",
                    "sum",
                    "sum",
                    "mean",
                    "mean",
                    "least",
                    "least",
                    "greatest",
                    "greatest"),
            Key.choice(
                    "normalization",
                    "Scale",
                    "what the bars of one colour add up to",
                    "",
                    "as counted",
                    "percent",
                    "percent",
                    "probability",
                    "shares of 1",
                    "density",
                    "per unit",
                    "probability density",
                    "shares per unit"),
            Key.optional("cumulative", Role.FLAG, "Cumulative", "whether each bar adds those before it"),
            Key.choice(
                    "bins",
                    "Bars",
                    "how many bars at most",
                    "40",
                    "40",
                    "10",
                    "10",
                    "20",
                    "20",
                    "80",
                    "80",
                    "160",
                    "160"));

    static final ChartKind<Chart<ChartData>> KIND = ChartKind.of("histogram", "Histogram", CustomerHistogram::read)
            .over(Groups.FREE, CommonKeys.all(COUNTED, List.of(CustomerKeys.COLOR), CommonKeys.FACETS), Family.CLV);

    private static Chart<ChartData> read(ReportReading report) {
        Settings settings = report.settings();
        return new CustomerHistogram(new HistogramSettings(
                CustomerKeys.column(report, "x").orElseThrow(),
                CustomerKeys.column(report, "y")
                        .map(column -> new HistogramSettings.Measured(column, CustomerKeys.aggregate(report))),
                new HistogramSettings.Scale(
                        HistogramSettings.Normalization.of(report.choice("normalization")),
                        settings.flag("cumulative", false)),
                Integer.parseInt(report.choice("bins")),
                new HistogramSettings.Split(
                        settings.text("color"), settings.text("facet_row"), settings.text("facet_column"))));
    }

    @Override
    public Set<String> idle(ChartData data) {
        if (settings.measured().isEmpty()) {
            return Set.of("aggregation");
        }
        return settings.additive() ? Set.of() : Set.of("normalization", "cumulative");
    }

    @Override
    public Drawing draw(ChartData data) {
        ColumnText x = settings.x();
        Population population = x.ofRepeatBuyers() ? Population.REPEAT_BUYERS : Population.ALL;
        ScoredRows ends = data.rollUp(
                List.of(),
                List.of(
                        Measure.CUSTOMERS,
                        new Measure(Aggregate.LEAST, x.column()),
                        new Measure(Aggregate.GREATEST, x.column())),
                population);
        if (!(ends.number(0, CustomerReader.CUSTOMERS) > 0)) {
            return Drawing.refused(x.ofRepeatBuyers() ? data.nobodyTwice() : data.nobody());
        }
        Bins bins = Bins.of(
                ends.number(0, new Measure(Aggregate.LEAST, x.column()).name()),
                ends.number(0, new Measure(Aggregate.GREATEST, x.column()).name()),
                settings.most(),
                x.whole());
        List<Grouping> groups = new ArrayList<>(groups());
        ScoredRows boxes = data.rollUp(groups, box(x), population);
        groups.add(new Bin(x.column(), bins.start(), bins.width()));
        ScoredRows bars = data.rollUp(groups, measures(), population);
        List<String> notes = new ArrayList<>();
        if (x.ofRepeatBuyers()) {
            notes.add("Only customers with a repeat purchase have a monetary value; the others are left out.");
        }
        HistogramFigure figure = new HistogramFigure(settings, data, bins, notes);
        return Drawing.of(boxes.table(), figure.of(bars, boxes), notes);
    }

    private List<Grouping> groups() {
        Split split = settings.split();
        Set<String> names = new LinkedHashSet<>();
        Stream.of(split.column(), split.row(), split.color()).forEach(name -> name.ifPresent(names::add));
        return names.stream().<Grouping>map(Dimension::new).toList();
    }

    private List<Measure> measures() {
        List<Measure> measures = new ArrayList<>(List.of(Measure.CUSTOMERS));
        settings.measured()
                .ifPresent(each ->
                        measures.add(new Measure(each.aggregate(), each.column().column())));
        return measures;
    }

    private static List<Measure> box(ColumnText x) {
        List<Measure> measures = new ArrayList<>(List.of(Measure.CUSTOMERS));
        Stream.of(
                        Aggregate.LEAST,
                        Aggregate.LOWER_QUARTILE,
                        Aggregate.MEDIAN,
                        Aggregate.UPPER_QUARTILE,
                        Aggregate.GREATEST,
                        Aggregate.MEAN)
                .forEach(aggregate -> measures.add(new Measure(aggregate, x.column())));
        return measures;
    }
}
