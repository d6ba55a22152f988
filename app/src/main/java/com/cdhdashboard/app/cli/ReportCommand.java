package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableCsv;
import com.cdhdashboard.app.output.TableJson;
import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report", description = "Shows a report: its table, or its chart as data.")
final class ReportCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Parameters(paramLabel = "KEY", description = "A report of the configuration, such as ctr_daily.")
    private String key = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Sets one of the report's choices, such as x=Day or color=Channel; may be repeated. An empty"
                    + " value means none.")
    private Map<String, String> choices = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json, csv or figure (Plotly). Default: ${DEFAULT-VALUE}")
    private Format format = Format.TABLE;

    /** How the answer is written. */
    private enum Format {
        TABLE,
        JSON,
        CSV,
        FIGURE
    }

    ReportCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<Filter> filters = question.filters();
        question.property().ifPresent(property -> choices.put("property", property));
        try (Workspaces.OpenWorkspace open = workspaces.open(store.configuration(), store.data())) {
            Snapshot now = open.workspace().now();
            ReportRequest request = new ReportRequest(
                    key, choices, question.within(filters, now.loaded().to()));
            Reports reports = now.reports();
            ReportView view = reports.await(request);
            write(
                    view.withNotes(
                            question.unnarrowed(now.loaded().to()).stream().toList()),
                    ReportEntry.of(key, reports.entries()).scores());
        }
        return 0;
    }

    private void write(ReportView view, ScoreCatalogue scores) throws IOException {
        switch (format) {
            case TABLE -> writeText(view, scores);
            case JSON -> TableJson.write(view.table(), terminal.out());
            case CSV -> TableCsv.write(view.table(), terminal.out());
            case FIGURE -> TableJson.write(figure(view), terminal.out());
        }
        terminal.out().flush();
        view.reason().ifPresent(reason -> terminal.err().println("Not drawn: " + TableText.visible(reason)));
        view.notes().forEach(note -> terminal.err().println("Note: " + TableText.visible(note)));
    }

    private void writeText(ReportView view, ScoreCatalogue scores) throws IOException {
        terminal.out().println(TableText.visible(view.title()));
        for (KpiCard card : view.cards()) {
            terminal.out()
                    .println("  "
                            + TableText.visible(card.title() + ": " + card.value()
                                    + card.secondary()
                                            .map(text -> " (" + text + ")")
                                            .orElse("")));
        }
        terminal.out().println();
        TableText.write(view.table(), scores, terminal.out());
    }

    private Figure figure(ReportView view) {
        return view.figure()
                .orElseThrow(() -> new UserException("Report \"" + key + "\" cannot be drawn: "
                        + view.reason().orElse("it has no chart")));
    }
}
