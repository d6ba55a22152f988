package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.report.chart.BoxPlotChart;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.chart.FunnelChart;
import com.cdhdashboard.core.report.chart.GaugeChart;
import com.cdhdashboard.core.report.chart.HeatMapChart;
import com.cdhdashboard.core.report.chart.HistogramChart;
import com.cdhdashboard.core.report.chart.LineChart;
import com.cdhdashboard.core.report.chart.PolarChart;
import com.cdhdashboard.core.report.chart.ScatterChart;
import com.cdhdashboard.core.report.chart.TreemapChart;
import com.cdhdashboard.core.report.comparison.ComparisonChart;
import com.cdhdashboard.core.report.customer.CustomerKinds;
import com.cdhdashboard.core.report.definition.Capabilities;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.ReportRules;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of report there is, in the order in which messages name them; their rows are the capability table. */
public final class ReportKinds {
    private static final List<ChartKind<CubeChart>> OVER_CUBES = List.of(
            LineChart.KIND,
            ComparisonChart.KIND,
            PolarChart.KIND,
            GaugeChart.KIND,
            TreemapChart.KIND,
            BoxPlotChart.KIND,
            HistogramChart.KIND,
            HeatMapChart.KIND,
            FunnelChart.KIND,
            ScatterChart.KIND,
            LineChart.FREE_KIND);

    private static final Capabilities TABLE = new Capabilities(Stream.of(Family.values())
            .flatMap(family -> Stream.concat(
                            OVER_CUBES.stream().flatMap(kind -> kind.rows().stream()), CustomerKinds.rows().stream())
                    .filter(row -> row.family() == family))
            .toList());

    private ReportKinds() {}

    /** The capability table, family by family. */
    public static Capabilities table() {
        return TABLE;
    }

    /** Every problem of one report over the metric that it names, in the order of its keys. */
    public static List<Problem> check(ReportConfig report, MetricConfig metric, List<String> globalFilters) {
        return ReportRules.check(report, FieldCatalogue.of(metric, globalFilters), TABLE);
    }

    /** Whether two reports of a row, both without errors, are drawn alike, whatever the data. */
    static boolean alike(Capability row, FieldCatalogue fields, ReportConfig one, ReportConfig other) {
        ChartKind<?> kind = row.family() == Family.CLV ? CustomerKinds.of(row) : overCubes(row);
        ReportReading first = new ReportReading(one, row, fields);
        ReportReading second = new ReportReading(other, row, fields);
        return first.property().equals(second.property())
                && first.fallback().equals(second.fallback())
                && kind.reading().apply(first).equals(kind.reading().apply(second));
    }

    /** The kind over cubes whose row that is. */
    static ChartKind<CubeChart> overCubes(Capability row) {
        return OVER_CUBES.stream()
                .filter(kind -> kind.rows().contains(row))
                .findFirst()
                .orElseThrow();
    }
}
