package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.chart.LineChart;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.NumberNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ReportSource.ReadReport;
import com.cdhdashboard.core.report.data.SuitedStep;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportReading;
import java.util.List;
import java.util.Optional;

/**
 * A report over a cube, with no more data than it shows.
 *
 * @param plain the chart that its controls are about
 * @param compared the chart that is drawn, with both periods of a comparison
 */
record CubeReport(
        ReportReading reading, Capability row, CubeChart plain, Optional<ComparedChart> compared, ReportData data)
        implements ReadReport {
    static CubeReport of(ReportConfig config, Capability row, FieldCatalogue fields, ReportData all) {
        ReportReading reading = new ReportReading(config, row, fields);
        CubeChart plain = suited(ReportKinds.overCubes(row).reading().apply(reading), reading, all);
        Optional<ComparedChart> compared = all.compared().map(periods -> ComparedChart.of(reading, row, config, plain));
        return new CubeReport(reading, row, plain, compared, all.narrowed(reading.property(), plain.scores()));
    }

    private CubeChart chart() {
        return compared.map(ComparedChart::chart).orElse(plain);
    }

    /** Where nobody names the axis of a line over days, the data choose how long its steps are. */
    private static CubeChart suited(CubeChart chart, ReportReading reading, ReportData all) {
        return chart instanceof LineChart line
                        && reading.settings().text("x").isEmpty()
                        && line.axes().x().equals(TimeStep.DAY.dimension())
                ? SuitedStep.of(all, line.color(), SuitedStep.MOST_IN_CHART)
                        .<CubeChart>map(step -> line.over(step.dimension()))
                        .orElse(line)
                : chart;
    }

    @Override
    public List<Control> controls() {
        return new Controls(plain, reading, data).of(row);
    }

    @Override
    public Drawing draw() {
        ChartNotes notes = new ChartNotes();
        reading.fallback().ifPresent(notes::add);
        Optional<String> unfit = lacking().or(this::unfit);
        if (unfit.isPresent()) {
            return Drawing.refused(unfit.get()).withNotes(notes.list());
        }
        try {
            return drawn(notes);
        } catch (UserException refusal) {
            return Drawing.refused(String.valueOf(refusal.getMessage())).withNotes(notes.list());
        }
    }

    private Drawing drawn(ChartNotes notes) {
        CubeChart chart = chart();
        Drawing drawing = chart.draw(data).ofDays(data.days());
        List<KpiCard> cards = drawing.figure().isPresent() ? chart.cards(data, notes) : List.of();
        drawing.notes().forEach(notes::add);
        if (drawing.figure().isPresent()) {
            NumberNotes.of(data, chart.grouping(), chart.scores(), drawing.table())
                    .forEach(notes::add);
        }
        data.compared()
                .ifPresent(periods -> compared.ifPresent(drawn -> notes.add(drawn.note(periods, drawing.table()))));
        data.approximation().ifPresent(notes::add);
        data.cautions().forEach(notes::add);
        Drawing told = new Drawing(
                drawing.table(), drawing.figure(), drawing.reason(), notes.list(), cards, drawing.pending());
        return compared.map(drawn -> drawn.complete(told, data)).orElse(told);
    }

    private Optional<String> lacking() {
        return chart().grouping().stream()
                .filter(dimension -> data.schema().dimension(dimension).isEmpty())
                .findFirst()
                .map(dimension -> "The imported data of the metric \""
                        + data.metric().name() + "\" have no dimension \"" + dimension
                        + "\". It came into the configuration later; remove the data and import the files again.");
    }

    /** Why a metric that compares within its rows cannot be shown by the dimensions of the report. */
    private Optional<String> unfit() {
        Optional<String> compared = data.metric().comparedDimension().filter(chart().grouping()::contains);
        if (compared.isPresent()) {
            return Optional.of("The values of \"" + compared.get()
                    + "\" are compared with each other, so they cannot be on an axis. Choose another dimension.");
        }
        return data.metric()
                .requiredDimension()
                .filter(dimension ->
                        chart().needsRequiredDimension() && !chart().grouping().contains(dimension))
                .map(dimension -> "Arms are compared within one experiment. Choose \"" + dimension
                        + "\" for an axis, the colour or a facet.");
    }
}
