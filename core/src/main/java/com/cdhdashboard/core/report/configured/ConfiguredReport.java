package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Suggestion;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.DataOrReason;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportChoices;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.ReportRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report of the configuration with its metric; one that cannot be drawn knows why. */
record ConfiguredReport(
        ReportConfig config, Optional<Metric> metric, Optional<FieldCatalogue> fields, ReportEntry entry) {
    /** The reports over cubes, in the order of the configuration. */
    static List<ConfiguredReport> of(Configuration configuration, List<Metric> metrics) {
        return configuration.reports().stream()
                .filter(ConfiguredReport::isOverCubes)
                .map(report -> of(report, configuration, metrics))
                .toList();
    }

    private static boolean isOverCubes(ReportConfig report) {
        return Stream.of(Family.values())
                .filter(family -> family != Family.CLV)
                .anyMatch(family -> report.metric().startsWith(family.prefix()));
    }

    private static ConfiguredReport of(ReportConfig report, Configuration configuration, List<Metric> metrics) {
        Optional<Metric> metric = metrics.stream()
                .filter(candidate -> candidate.name().equals(report.metric()))
                .findFirst();
        Optional<FieldCatalogue> fields =
                metric.map(found -> FieldCatalogue.of(found.config(), configuration.globalFilters()));
        Optional<String> reason = fields.isEmpty()
                ? Optional.of(noMetric(report, metrics))
                : reason(ReportRules.check(report, fields.get(), ReportKinds.table()));
        return new ConfiguredReport(report, metric, fields, ReportEntry.of(report, reason));
    }

    private static String noMetric(ReportConfig report, List<Metric> metrics) {
        List<String> names = metrics.stream().map(Metric::name).toList();
        return "There is no metric \"" + report.metric() + "\"" + Suggestion.ending(report.metric(), names)
                + " Metrics: " + String.join(", ", names) + ".";
    }

    private static Optional<String> reason(List<Problem> problems) {
        String errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.path() + ": " + problem.message())
                .collect(Collectors.joining(" "));
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
    }

    /** Draws the report with the data of its metric. */
    ReportView view(ReportRequest request, Function<Metric, DataOrReason> source) {
        if (entry.reason().isPresent() || metric.isEmpty() || fields.isEmpty()) {
            return refused(entry.reason().orElse(""));
        }
        DataOrReason found = source.apply(metric.get());
        if (found.data().isEmpty()) {
            return refused(found.reason());
        }
        ReportData data = found.data().get();
        Capability capability =
                ReportKinds.table().find(fields.get().family(), config.type()).orElseThrow();
        ReportChoices choices = ReportChoices.of(config, capability, request.choices());
        FieldCatalogue words = fields.get().withData(data.schema());
        Optional<String> refusal = reason(ReportRules.check(choices.report(), words, ReportKinds.table()));
        ReportConfig chosen = refusal.isPresent() ? config : choices.report();
        ReportReading reading = new ReportReading(chosen, capability, words);
        CubeChart chart = ReportKinds.overCubes(capability).reading().apply(reading);
        Optional<String> property = reading.property();
        ReportData asked = data.narrowed(property, chart.scores());
        List<String> notes = new ArrayList<>(choices.notes());
        reading.fallback().ifPresent(notes::add);
        List<Control> controls = new Controls(chart, reading, asked).of(capability);
        return refusal.map(reason -> view(controls, List.of(), Drawing.refused(reason), List.of()))
                .orElseGet(() -> drawn(chart, asked, controls, notes));
    }

    private ReportView drawn(CubeChart chart, ReportData data, List<Control> controls, List<String> choiceNotes) {
        Optional<String> lacking = chart.grouping().stream()
                .filter(dimension -> data.schema().dimension(dimension).isEmpty())
                .findFirst();
        if (lacking.isPresent()) {
            String reason = "The imported data of the metric \"" + data.metric().name() + "\" have no dimension \""
                    + lacking.get()
                    + "\". It came into the configuration later; remove the data and import the files again.";
            return view(controls, List.of(), Drawing.refused(reason), choiceNotes);
        }
        Optional<String> unfit = unfit(chart, data);
        if (unfit.isPresent()) {
            return view(controls, List.of(), Drawing.refused(unfit.get()), choiceNotes);
        }
        ChartNotes notes = new ChartNotes();
        choiceNotes.forEach(notes::add);
        try {
            Drawing drawing = chart.draw(data);
            List<KpiCard> cards = drawing.figure().isPresent() ? chart.cards(data, notes) : List.of();
            drawing.notes().forEach(notes::add);
            data.approximation().ifPresent(notes::add);
            data.cautions().forEach(notes::add);
            return view(controls, cards, drawing, notes.list());
        } catch (UserException refusal) {
            return view(controls, List.of(), Drawing.refused(String.valueOf(refusal.getMessage())), notes.list());
        }
    }

    /** Why a metric that compares within its rows cannot be shown by the dimensions of the report. */
    private static Optional<String> unfit(CubeChart chart, ReportData data) {
        Optional<String> compared = data.metric().comparedDimension().filter(chart.grouping()::contains);
        if (compared.isPresent()) {
            return Optional.of("The values of \"" + compared.get()
                    + "\" are compared with each other, so they cannot be on an axis. Choose another dimension.");
        }
        return data.metric()
                .requiredDimension()
                .filter(dimension ->
                        chart.needsRequiredDimension() && !chart.grouping().contains(dimension))
                .map(dimension -> "Arms are compared within one experiment. Choose \"" + dimension
                        + "\" for an axis, the colour or a facet.");
    }

    private ReportView refused(String reason) {
        return view(List.of(), List.of(), Drawing.refused(reason), List.of());
    }

    private ReportView view(List<Control> controls, List<KpiCard> cards, Drawing drawing, List<String> notes) {
        return new ReportView(
                entry.key(),
                entry.title(),
                controls,
                cards,
                drawing.table(),
                drawing.figure(),
                drawing.reason(),
                new ArrayList<>(notes),
                Optional.empty());
    }
}
