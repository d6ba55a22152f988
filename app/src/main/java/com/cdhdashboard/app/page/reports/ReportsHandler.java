package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.page.reports.ReportParts.Place;
import com.cdhdashboard.app.page.reports.ReportsPage.Rotation;
import com.cdhdashboard.app.route.FilePath;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.ControlBar;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.FilterView;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.ReportMenu;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.app.view.ViewJson;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers the pages of the reports of a section, their JSON twins and downloads; cancels and restarts fits of models. */
public final class ReportsHandler {
    private final Section section;
    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;
    private final ReportParts parts;

    public ReportsHandler(Section section, Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.section = section;
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
        this.parts = new ReportParts(frames);
    }

    /** Leads to the first report that can be shown, or to the customers where there is no report over them. */
    public void first(Context context) {
        ViewState asked = ViewState.parse(context.queryParamMap());
        ViewState state = asked.filtersOnly();
        Snapshot now = Snapshots.of(context, workspace);
        Optional<String> first = menu(now).first(state);
        if (first.isPresent() && section.isShown(now)) {
            context.redirect(first.get());
        } else {
            Respond.html(context, templates.render("page/reports", empty(context)));
        }
    }

    private ReportMenu menu(Snapshot now) {
        return ReportMenu.of(section, now.reports(), now.customerMetrics());
    }

    private ReportsPage empty(Context context) {
        return new ReportsPage(
                frames.frame(context, section.title(), section, ViewState.EMPTY),
                section,
                List.of(),
                FilterBar.none(),
                ControlBar.none(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public void menuJson(Context context) {
        List<ReportEntry> entries =
                section.entries(Snapshots.of(context, workspace).reports());
        Respond.json(context, ViewJson.entries(entries, Respond.mount(context)));
    }

    /** The page, or the file where the address ends in {@code .json}, {@code .csv} or {@code .xlsx}. */
    public void report(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        FilePath path = FilePath.of(
                context.pathParam("key"), key -> now.configuration().report(key).isPresent(), ReportParts.FORMATS);
        ViewState state = Snapshots.state(context, now);
        if (section == Section.REPORTS && Section.CLV.holds(path.key(), now.reports())) {
            context.redirect(path.format()
                    .map(format -> Urls.reportFile(Section.CLV, path.key(), format, state))
                    .orElseGet(() -> Urls.report(Section.CLV, path.key(), state)));
            return;
        }
        ReportEntry entry = ReportEntry.of(path.key(), section.entries(now.reports()));
        ReportView view = answers.view(now, request(entry, state)).withNotes(state.comparisonNotes());
        if (path.format().isPresent()) {
            FileName name = FileName.of(
                    view.title(),
                    section.data(now),
                    state.filters(),
                    path.format().get());
            ReportParts.download(context, entry, view, state, name);
        } else {
            Respond.html(context, templates.render("page/reports", page(context, entry, view, state)));
        }
    }

    private static ReportRequest request(ReportEntry entry, ViewState state) {
        return new ReportRequest(entry.key(), state.choices(), state.filters()).comparing(state.compared());
    }

    /** The filters of a report beside the page-wide ones, as a part of the page. */
    public void moreFilters(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        ViewState state = Snapshots.state(context, now);
        ReportEntry entry = ReportEntry.of(context.pathParam("key"), section.entries(now.reports()));
        List<String> global = now.configuration().globalFilters();
        filters(
                context,
                state,
                answers.filters(now, entry.metric(), state.filters()).stream()
                        .filter(choice -> !global.contains(choice.dimension().name()))
                        .toList());
    }

    /** The dimensions of a metric, as a part of the page. */
    public void filters(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        ViewState state = Snapshots.state(context, now);
        filters(context, state, answers.filters(now, context.pathParam("metric"), state.filters()));
    }

    private void filters(Context context, ViewState state, List<FilterChoice> choices) {
        List<FilterView> filters = choices.stream()
                .filter(choice -> !FilterBar.isPeriod(choice))
                .map(choice -> FilterView.of(choice, state.filters()))
                .toList();
        Respond.html(context, templates.render("part/morefilters", filters));
    }

    public void cancel(Context context) {
        String number = Optional.ofNullable(context.formParam("fit")).orElse("");
        if (!number.matches("[0-9]{1,18}")) {
            throw new UserException("\"" + number + "\" is not the number of a computation");
        }
        Snapshots.of(context, workspace).reports().cancel(Long.parseLong(number));
        back(context);
    }

    public void startAgain(Context context) {
        Snapshots.of(context, workspace).reports().startAgain();
        back(context);
    }

    /** To the report; anything but a report of this section, or one that the address says, leads to the first. */
    private void back(Context context) {
        String key = Optional.ofNullable(context.formParam("report")).orElse("");
        if (context.queryParamMap().containsKey("metric")) {
            context.redirect(Urls.QUESTION + "?" + context.queryString(), HttpStatus.SEE_OTHER);
            return;
        }
        ViewState state = ViewState.parse(context.queryParamMap());
        boolean known = section.holds(key, Snapshots.of(context, workspace).reports());
        context.redirect(known ? Urls.report(section, key, state) : Urls.CLV, HttpStatus.SEE_OTHER);
    }

    private ReportsPage page(Context context, ReportEntry entry, ReportView view, ViewState state) {
        Snapshot now = Snapshots.of(context, workspace);
        return new ReportsPage(
                frames.frame(context, view.title(), section, state),
                section,
                menu(now).groups(view.key(), state),
                bar(now, entry, state),
                ControlBar.of(view.controls(), state, place(view.key()).page()),
                List.of(),
                section.isShown(now)
                        ? Optional.of(parts.body(place(view.key()), entry, view, state, now))
                        : Optional.empty(),
                section == Section.REPORTS ? rotation(now, view.key(), state) : Optional.empty());
    }

    /** Over interactions the page-wide filters, with a way to the others; over customers all of the metric. */
    private FilterBar bar(Snapshot now, ReportEntry entry, ViewState state) {
        Function<ViewState, String> url = other -> Urls.report(section, entry.key(), other);
        if (section == Section.CLV) {
            List<FilterChoice> all = answers.filters(now, entry.metric(), state.filters());
            return FilterBar.ofCustomers(now.loaded(), all, state, url);
        }
        boolean loaded = section.isLoaded(now);
        return FilterBar.of(
                now.loaded(),
                loaded ? answers.globalFilters(now, state.filters()) : List.of(),
                state,
                loaded ? Optional.of(Urls.reportFilters(entry.key(), state)) : Optional.empty(),
                url);
    }

    private Place place(String key) {
        return new Place(
                other -> Urls.report(section, key, other),
                (format, other) -> Urls.reportFile(section, key, format, other),
                Urls.report(section, key, ViewState.EMPTY),
                Urls.explanations(section, key),
                true);
    }

    private Optional<Rotation> rotation(Snapshot now, String key, ViewState state) {
        UserInterface ux = now.configuration().userInterface();
        List<String> keys = section.entries(now.reports()).stream()
                .filter(entry -> entry.reason().isEmpty())
                .map(ReportEntry::key)
                .toList();
        if (!ux.refreshDashboard() || !(ux.refreshInterval() > 0) || keys.size() < 2) {
            return Optional.empty();
        }
        String next = keys.get((keys.indexOf(key) + 1) % keys.size());
        return Optional.of(new Rotation(Urls.report(section, next, state.filtersOnly()), ux.refreshInterval()));
    }
}
