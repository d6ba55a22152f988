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
import com.cdhdashboard.core.report.chart.Report;
import com.cdhdashboard.core.report.chart.ReportCards;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.DataOrReason;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Capabilities;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.ReportChoices;
import com.cdhdashboard.core.report.definition.ReportRules;
import com.cdhdashboard.core.report.definition.Settings;
import com.cdhdashboard.core.report.definition.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report of the configuration with its metric; one that cannot be drawn knows why. */
record ConfiguredReport(
        ReportConfig config, Optional<Metric> metric, Optional<Vocabulary> vocabulary, ReportEntry entry) {
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
        Optional<Vocabulary> vocabulary =
                metric.flatMap(found -> Vocabulary.of(found.config(), configuration.globalFilters()));
        Optional<String> reason = vocabulary.isEmpty()
                ? Optional.of(noMetric(report, metrics))
                : reason(ReportRules.check(report, vocabulary.get()));
        return new ConfiguredReport(report, metric, vocabulary, ReportEntry.of(report, reason));
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
        if (entry.reason().isPresent() || metric.isEmpty() || vocabulary.isEmpty()) {
            return refused(entry.reason().orElse(""));
        }
        DataOrReason found = source.apply(metric.get());
        if (found.data().isEmpty()) {
            return refused(found.reason());
        }
        ReportData data = found.data().get();
        Capability capability =
                Capabilities.find(vocabulary.get().family(), config.type()).orElseThrow();
        ReportChoices choices = ReportChoices.of(config, capability, request.choices());
        Vocabulary words = vocabulary.get().withData(data.schema());
        Optional<String> refusal = reason(ReportRules.check(choices.report(), words));
        ReportConfig chosen = refusal.isPresent() ? config : choices.report();
        ReportReading reading = new ReportReading(chosen, words);
        Report report = reading.as(capability.kind());
        Optional<String> property = reading.property(capability.kind());
        ReportData asked = data.narrowed(property, report.scores());
        List<String> notes = new ArrayList<>(choices.notes());
        reading.fallback(capability.kind()).ifPresent(notes::add);
        List<Control> controls =
                new Controls(report, new Settings(chosen.settings()), asked, words, property).of(capability);
        return refusal.map(reason -> view(controls, List.of(), Drawing.refused(reason), List.of()))
                .orElseGet(() -> drawn(report, asked, controls, notes));
    }

    private ReportView drawn(Report report, ReportData data, List<Control> controls, List<String> choiceNotes) {
        Optional<String> lacking = report.grouping().stream()
                .filter(dimension -> data.schema().dimension(dimension).isEmpty())
                .findFirst();
        if (lacking.isPresent()) {
            String reason = "The imported data of the metric \"" + data.metric().name() + "\" have no dimension \""
                    + lacking.get()
                    + "\". It came into the configuration later; remove the data and import the files again.";
            return view(controls, List.of(), Drawing.refused(reason), choiceNotes);
        }
        Optional<String> unfit = unfit(report, data);
        if (unfit.isPresent()) {
            return view(controls, List.of(), Drawing.refused(unfit.get()), choiceNotes);
        }
        ChartNotes notes = new ChartNotes();
        choiceNotes.forEach(notes::add);
        try {
            Drawing drawing = report.draw(data);
            List<KpiCard> cards = drawing.figure().isPresent() ? cards(report, data, notes) : List.of();
            drawing.notes().forEach(notes::add);
            data.approximation().ifPresent(notes::add);
            data.cautions().forEach(notes::add);
            return view(controls, cards, drawing, notes.list());
        } catch (UserException refusal) {
            return view(controls, List.of(), Drawing.refused(String.valueOf(refusal.getMessage())), notes.list());
        }
    }

    /** Why a metric that compares within its rows cannot be shown by the dimensions of the report. */
    private static Optional<String> unfit(Report report, ReportData data) {
        Optional<String> compared = data.metric().comparedDimension().filter(report.grouping()::contains);
        if (compared.isPresent()) {
            return Optional.of("The values of \"" + compared.get()
                    + "\" are compared with each other, so they cannot be on an axis. Choose another dimension.");
        }
        boolean sums = report instanceof Report.Line || report instanceof Report.HeatMap;
        return data.metric()
                .requiredDimension()
                .filter(dimension -> sums && !report.grouping().contains(dimension))
                .map(dimension -> "Arms are compared within one experiment. Choose \"" + dimension
                        + "\" for an axis, the colour or a facet.");
    }

    private static List<KpiCard> cards(Report report, ReportData data, ChartNotes notes) {
        if (report instanceof Report.Line line && data.isRate(line.axes().y())) {
            return line.cards()
                    .filter(dimension -> data.schema().dimension(dimension).isPresent())
                    .map(dimension -> new ReportCards(data, line.axes().y()).of(dimension, notes))
                    .orElse(List.of());
        }
        return List.of();
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
