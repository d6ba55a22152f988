package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.page.reports.ReportParts.Place;
import com.cdhdashboard.app.route.Parameter;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.AskedReport;
import com.cdhdashboard.app.view.ControlBar;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.FilterView;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers reports that are in no configuration: the address says what is to be seen. */
public final class QuestionHandler {
    private static final Place PLACE =
            new Place(Urls::question, Urls::questionFile, Urls.QUESTION, Urls.EXPLANATIONS + Urls.QUESTION, false);

    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;
    private final ReportParts parts;

    public QuestionHandler(Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
        this.parts = new ReportParts(frames);
    }

    public void page(Context context) {
        AskedReport asked = asked(context);
        Section section = section(asked);
        ReportView view = view(context, asked);
        Respond.html(context, templates.render("page/reports", page(context, asked, section, view)));
    }

    /** The forms in which a report is to be had as a file. */
    public static List<String> formats() {
        return ReportParts.FORMATS;
    }

    public Handler file(String format) {
        return context -> {
            AskedReport asked = asked(context);
            ReportEntry entry = asked.report().entry();
            ReportView view = view(context, asked);
            LoadedData data = section(asked).data(Snapshots.of(context, workspace));
            FileName name = FileName.of(view.title(), data, asked.state().filters(), format);
            ReportParts.download(context, entry, view, asked.state(), name);
        };
    }

    private AskedReport asked(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        return AskedReport.of(
                now.configuration(), context.queryParamMap(), now.loaded().to());
    }

    private static Section section(AskedReport asked) {
        return Section.of(asked.report().entry());
    }

    private ReportView view(Context context, AskedReport asked) {
        if (section(asked).waits()) {
            Respond.passing(context);
        }
        ViewState state = asked.state();
        return answers.view(
                        Snapshots.of(context, workspace),
                        asked.report().request().comparing(state.compared()))
                .withNotes(asked.report().notes())
                .withNotes(state.comparisonNotes());
    }

    private ReportsPage page(Context context, AskedReport asked, Section section, ReportView view) {
        Snapshot now = Snapshots.of(context, workspace);
        return new ReportsPage(
                frames.frame(context, view.title(), section, asked.state()),
                section,
                List.of(),
                bar(now, asked),
                ControlBar.ofQuestion(view.controls(), asked.state()),
                kept(asked.state(), view.controls()),
                section.isShown(now)
                        ? Optional.of(parts.body(PLACE, asked.report().entry(), view, asked.state(), now))
                        : Optional.empty(),
                Optional.empty());
    }

    /** What the report is, but for what its controls say. */
    private static List<Parameter> kept(ViewState state, List<Control> controls) {
        List<String> controlled = controls.stream().map(Control::name).toList();
        List<Parameter> kept = new ArrayList<>();
        state.choices().forEach((name, value) -> {
            if (!controlled.contains(name)) {
                kept.add(new Parameter(name, value));
            }
        });
        return kept;
    }

    private FilterBar bar(Snapshot now, AskedReport asked) {
        ViewState state = asked.state();
        String metric = asked.report().report().metric();
        if (section(asked) == Section.CLV) {
            List<FilterChoice> all = answers.filters(now, metric, state.filters());
            return FilterBar.ofCustomers(now.loaded(), all, state, Urls::question);
        }
        boolean loaded = section(asked).isLoaded(now);
        return FilterBar.of(
                now.loaded(),
                loaded ? answers.globalFilters(now, state.filters()) : List.of(),
                state,
                loaded ? Optional.of(Urls.questionFilters(metric, state)) : Optional.empty(),
                Urls::question);
    }

    /** The filters beside the page-wide ones, as a part of the page. */
    public void filters(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        ViewState state = Snapshots.state(context, now);
        List<String> global = now.configuration().globalFilters();
        List<FilterView> filters = answers.filters(now, context.pathParam("metric"), state.filters()).stream()
                .filter(choice -> !global.contains(choice.dimension().name()) && !FilterBar.isPeriod(choice))
                .map(choice -> FilterView.of(choice, state.filters()))
                .toList();
        Respond.html(context, templates.render("part/morefilters", filters));
    }
}
