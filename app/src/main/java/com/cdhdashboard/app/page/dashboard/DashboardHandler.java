package com.cdhdashboard.app.page.dashboard;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.CardView;
import com.cdhdashboard.app.view.ControlView;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.app.view.ViewJson;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the dashboard and its JSON twin. */
public final class DashboardHandler {
    /** What the charts go by, such as weeks. */
    private static final String STEP = "step";

    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;

    public DashboardHandler(Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        ViewState state = Snapshots.state(context, now).choosing(STEP);
        boolean loaded = now.loaded().rows() > 0;
        DashboardView view = loaded ? view(now, state) : new DashboardView(List.of(), List.of());
        FilterBar filters = FilterBar.of(
                now.loaded(),
                loaded ? answers.globalFilters(now, state.filters()) : List.of(),
                state,
                Optional.empty(),
                Urls::dashboard);
        UserInterface ux = now.configuration().userInterface();
        DashboardPage page = new DashboardPage(
                frames.frame(context, "Dashboard", Urls.DASHBOARD, state),
                filters,
                CardView.ofDashboard(view.cards(), now, state),
                controls(view, state),
                charts(view, now, state),
                view.notes(),
                loaded,
                ux.refreshDashboard() ? ux.refreshInterval() : 0);
        Respond.html(context, templates.render("page/dashboard", page));
    }

    private DashboardView view(Snapshot now, ViewState state) {
        DashboardView view =
                answers.dashboard(now, new DashboardRequest(state.filters(), step(state), state.compared()));
        return view.withNotes(state.comparisonNotes());
    }

    private static Optional<String> step(ViewState state) {
        return Optional.ofNullable(state.choices().get(STEP)).filter(step -> !step.isEmpty());
    }

    /** What several charts can choose stands above them once. */
    private static List<ControlView> controls(DashboardView view, ViewState state) {
        Map<String, Control> controls = new LinkedHashMap<>();
        view.charts()
                .forEach(chart -> chart.controls().forEach(control -> controls.putIfAbsent(control.name(), control)));
        return ControlView.of(List.copyOf(controls.values()), state);
    }

    private List<ReportCard> charts(DashboardView view, Snapshot now, ViewState state) {
        List<ReportCard> charts = new ArrayList<>();
        for (ReportView chart : view.charts()) {
            Optional<String> url = charts.size() < view.subjects().size()
                    ? Optional.of(CardView.report(view.subjects().get(charts.size()), now, state))
                    : Optional.empty();
            charts.add(ReportCard.of(chart, "chart-" + charts.size(), url).saved(now.loaded(), state.filters()));
        }
        return charts;
    }

    public void json(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        ViewState state = Snapshots.state(context, now);
        DashboardView view = view(now, state);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data_version", now.version());
        answer.put("cards", view.cards().stream().map(ViewJson::card).toList());
        answer.put("charts", view.charts().stream().map(ViewJson::report).toList());
        answer.put("notes", view.notes());
        Respond.json(context, answer);
    }
}
