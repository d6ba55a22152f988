package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Addresses;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The reports of the configuration. */
final class ListReports implements Tool {
    @Override
    public String name() {
        return "list_reports";
    }

    @Override
    public String description() {
        return "Lists the reports that somebody has made, with title, metric and type. get_report answers one.";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters().json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode arguments) {
        ObjectNode content = Content.object();
        ArrayNode reports = content.putArray("reports");
        told(now).forEach(entry -> reports.add(report(now, entry)));
        return Answers.of(content, now, "/reports");
    }

    /** The reports that show nothing that is withheld. */
    static List<ReportEntry> told(Snapshot now) {
        Withheld withheld = Withheld.of(now);
        return now.reports().entries().stream()
                .filter(entry -> now.configuration()
                        .report(entry.key())
                        .filter(withheld::isWithheld)
                        .isEmpty())
                .toList();
    }

    private static ObjectNode report(Snapshot now, ReportEntry entry) {
        ObjectNode object = Content.object()
                .put("key", entry.key())
                .put("title", entry.title())
                .put("metric", entry.metric());
        now.configuration().report(entry.key()).ifPresent(report -> object.put("type", report.type()));
        entry.reason().ifPresent(reason -> object.put("reason", reason));
        return object.put("page", Addresses.report(entry, Map.of(), List.of()));
    }
}
