package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.data.ReportSource;
import com.cdhdashboard.core.report.data.ReportSource.ReadReport;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportChoices;
import com.cdhdashboard.core.report.definition.ReportRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report of the configuration with what it is drawn from; one that cannot be drawn knows why. */
record ConfiguredReport(ReportConfig config, Optional<ReportSource> source, ReportEntry entry) {
    /** @param noSource why there is no metric of that name */
    static ConfiguredReport of(ReportConfig report, Optional<ReportSource> source, String noSource) {
        Optional<String> reason = source.isEmpty()
                ? Optional.of(noSource)
                : reason(report, source.get().fields(false));
        return new ConfiguredReport(report, source, ReportEntry.of(report, reason));
    }

    private static Optional<String> reason(ReportConfig report, FieldCatalogue fields) {
        String errors = ReportRules.check(report, fields, ReportKinds.table()).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(AdHocReport::words)
                .collect(Collectors.joining(" "));
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
    }

    /** Draws the report as it is asked for. */
    ReportView view(ReportRequest request, boolean waits) {
        List<Filter> filters = filters(request);
        Optional<ReportSource> source = source(request);
        Optional<String> refusal = entry.reason().or(() -> source.flatMap(from -> from.lacking(filters)));
        ReportView view = refusal.isPresent() || source.isEmpty()
                ? ReportView.of(entry.key(), entry.title(), List.of(), Drawing.refused(refusal.orElse("")))
                : view(source.get(), request, waits);
        List<String> notes =
                new ArrayList<>(ReportSource.unknownValues(source.stream().toList(), filters));
        Period.turned(request.filters()).ifPresent(notes::add);
        List<ReportSource> sources = source.stream().toList();
        ReportSource.partlyInPeriod(sources, request.filters()).ifPresent(notes::add);
        request.compared()
                .flatMap(periods -> ReportSource.partlyInPeriod(
                        sources, List.of(periods.other().filter())))
                .ifPresent(notes::add);
        if (!config.filters().isEmpty()) {
            notes.add(0, "This report is about rows with " + Filter.inWords(config.filters()) + ".");
        }
        return view.withNotes(notes);
    }

    /** Its data, with both periods of a comparison. */
    Optional<ReportSource> source(ReportRequest request) {
        return source.map(from -> request.compared().map(from::comparing).orElse(from));
    }

    /** Those of the report itself and of who reads it. */
    List<Filter> filters(ReportRequest request) {
        List<Filter> filters = new ArrayList<>(config.filters());
        filters.addAll(request.filters());
        return filters;
    }

    private ReportView view(ReportSource from, ReportRequest request, boolean waits) {
        Capability row = ReportKinds.table()
                .find(from.fields(false).family(), config.type())
                .orElseThrow();
        ReportChoices choices = ReportChoices.of(config, row, request.choices());
        Optional<String> refusal = reason(choices.report(), from.fields(true));
        ReportConfig chosen = refusal.isPresent() ? config : choices.report();
        ReadReport report = from.read(chosen, row, filters(request), waits);
        Drawing drawing = refusal.map(Drawing::refused).orElseGet(() -> drawn(report));
        return ReportView.of(entry.key(), entry.title(), report.controls(), drawing)
                .withNotes(choices.notes());
    }

    private static Drawing drawn(ReadReport report) {
        try {
            return report.draw();
        } catch (UserException refusal) {
            return Drawing.refused(String.valueOf(refusal.getMessage()));
        }
    }
}
