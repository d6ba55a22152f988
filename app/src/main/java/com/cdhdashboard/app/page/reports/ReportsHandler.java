package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.FilePath;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.ControlView;
import com.cdhdashboard.app.view.Downloads;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.FilterView;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.ReportMenu;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.TableSetting;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.app.view.ViewJson;
import com.cdhdashboard.app.view.Xlsx;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Answers the page of a report, its JSON twin and its downloads. */
public final class ReportsHandler {
    private static final List<String> FORMATS = List.of("json", "csv", "xlsx");

    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;

    public ReportsHandler(Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
    }

    /** Leads to the first report that can be shown. */
    public void first(Context context) {
        ViewState state = ViewState.parse(context.queryParamMap()).filtersOnly();
        List<ReportEntry> entries = workspace.reports().entries();
        Optional<ReportEntry> first = entries.stream()
                .filter(entry -> entry.reason().isEmpty())
                .findFirst()
                .or(() -> entries.stream().findFirst());
        if (first.isPresent()) {
            context.redirect(Urls.report(first.get().key(), state));
            return;
        }
        FilterBar none = FilterBar.of(List.of(), state, Optional.empty(), other -> Urls.REPORTS);
        ReportsPage page = new ReportsPage(
                frames.frame("Reports", Urls.REPORTS, Respond.theme(context)),
                List.of(),
                none,
                List.of(),
                Optional.empty(),
                Optional.empty());
        Respond.html(context, templates.render("page/reports", page));
    }

    public void menuJson(Context context) {
        Respond.json(
                context,
                workspace.reports().entries().stream().map(ViewJson::entry).toList());
    }

    /** The page, or the file where the address ends in {@code .json}, {@code .csv} or {@code .xlsx}. */
    public void report(Context context) {
        FilePath path = FilePath.of(
                context.pathParam("key"),
                key -> workspace.configuration().report(key).isPresent(),
                FORMATS);
        ViewState state = ViewState.parse(context.queryParamMap());
        if (workspace.customerReports().has(path.key())) {
            context.redirect(path.format()
                    .map(format -> Urls.clvFile(path.key(), format, state))
                    .orElseGet(() -> Urls.clvReport(path.key(), state)));
            return;
        }
        ReportView view = answers.view(request(path.key(), state));
        if (path.format().isPresent()) {
            download(context, view, state, path.format().get());
        } else {
            Respond.html(context, templates.render("page/reports", page(context, view, state)));
        }
    }

    private static ReportRequest request(String key, ViewState state) {
        return new ReportRequest(key, state.choices(), state.filters());
    }

    private void download(Context context, ReportView view, ViewState state, String ending) {
        if (ending.equals("json")) {
            Respond.json(context, ViewJson.report(view));
            return;
        }
        Table sorted = new Table(view.table().columns(), TableView.sorted(view.table(), state.table()));
        Respond.notes(context, view.notes());
        if (ending.equals("csv")) {
            Respond.csv(context, view.key(), sorted);
        } else {
            Respond.file(
                    context,
                    view.key() + ".xlsx",
                    Xlsx.CONTENT_TYPE,
                    Xlsx.write(sorted, answers.scores(view.key()), view.title(), view.notes()));
        }
    }

    /** The filters beside the page-wide ones, as a part of the page. */
    public void moreFilters(Context context) {
        ViewState state = ViewState.parse(context.queryParamMap());
        ReportRequest request = request(context.pathParam("key"), state);
        List<FilterView> filters = answers.reportFilters(request).stream()
                .map(choice -> FilterView.of(choice, state.filters()))
                .toList();
        Respond.html(context, templates.render("part/morefilters", filters));
    }

    private ReportsPage page(Context context, ReportView view, ViewState state) {
        boolean loaded = workspace.loaded().rows() > 0;
        FilterBar filters = FilterBar.of(
                loaded ? answers.globalFilters(state.filters()) : List.of(),
                state,
                loaded ? Optional.of(Urls.reportFilters(view.key(), state)) : Optional.empty(),
                other -> Urls.report(view.key(), other));
        List<ControlView> controls = ControlView.of(view.controls(), state);
        return new ReportsPage(
                frames.frame(view.title(), Urls.REPORTS, Respond.theme(context), state),
                ReportMenu.of(
                        workspace.reports().entries(),
                        Optional.of(view.key()),
                        key -> Urls.report(key, state.filtersOnly())),
                filters,
                controls,
                Optional.of(body(view, state)),
                rotation(view.key(), state));
    }

    private ReportsPage.Body body(ReportView view, ViewState state) {
        TableSetting setting = new TableSetting(
                answers.scores(view.key()),
                state,
                other -> Urls.report(view.key(), other),
                Urls.reportExplanations(view.key()));
        return new ReportsPage.Body(
                view.key(),
                Urls.report(view.key(), ViewState.EMPTY),
                Urls.report(view.key(), state.filtersOnly()),
                view.cards(),
                ReportCard.of(view, "figure", Optional.empty()),
                TableView.of(view.table(), setting),
                new Downloads(
                        Urls.reportFile(view.key(), "csv", state),
                        Urls.reportFile(view.key(), "xlsx", state),
                        Urls.reportFile(view.key(), "json", state)));
    }

    private Optional<ReportsPage.Rotation> rotation(String key, ViewState state) {
        UserInterface ux = workspace.configuration().userInterface();
        List<String> keys = workspace.reports().entries().stream()
                .filter(entry -> entry.reason().isEmpty())
                .map(ReportEntry::key)
                .toList();
        if (!ux.refreshDashboard() || !(ux.refreshInterval() > 0) || keys.size() < 2) {
            return Optional.empty();
        }
        String next = keys.get((keys.indexOf(key) + 1) % keys.size());
        return Optional.of(new ReportsPage.Rotation(Urls.report(next, state.filtersOnly()), ux.refreshInterval()));
    }
}
