package com.cdhdashboard.app.page.clv;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.FilePath;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.ControlView;
import com.cdhdashboard.app.view.CustomerMenu;
import com.cdhdashboard.app.view.Downloads;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.FilterView;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.TableSetting;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.app.view.ViewJson;
import com.cdhdashboard.app.view.Xlsx;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.customer.CustomerReports;
import com.cdhdashboard.core.report.customer.CustomerScores;
import com.cdhdashboard.core.report.customer.CustomerView;
import com.cdhdashboard.core.report.fit.FitState;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the page of a report over customers, its JSON twin and its downloads; cancels and restarts computations. */
public final class ClvHandler {
    private static final List<String> FORMATS = List.of("json", "csv", "xlsx");

    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;

    public ClvHandler(Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
    }

    /** Leads to the first report that can be shown, or to the customers where there is no report. */
    public void first(Context context) {
        CustomerReports reports = workspace.customerReports();
        List<ReportEntry> entries = reports.entries();
        Optional<ReportEntry> first = entries.stream()
                .filter(entry -> entry.reason().isEmpty())
                .findFirst()
                .or(() -> entries.stream().findFirst());
        if (first.isPresent() && loaded()) {
            context.redirect(Urls.clvReport(first.get().key(), ViewState.EMPTY));
        } else if (!reports.metrics().isEmpty() && loaded()) {
            context.redirect(Urls.customers(reports.metrics().get(0).name(), ViewState.EMPTY));
        } else {
            Respond.html(context, templates.render("page/clv", empty(context)));
        }
    }

    private boolean loaded() {
        return workspace.customerData().loaded().rows() > 0;
    }

    private ClvPage empty(Context context) {
        FilterBar none = FilterBar.of(List.of(), ViewState.EMPTY, Optional.empty(), other -> Urls.CLV);
        Frame frame = frames.customerFrame("Customer lifetime value", Respond.theme(context));
        return new ClvPage(frame, false, List.of(), none, List.of(), Optional.empty());
    }

    public void menuJson(Context context) {
        Respond.json(
                context,
                workspace.customerReports().entries().stream()
                        .map(ViewJson::entry)
                        .toList());
    }

    /** The page, or the file where the address ends in {@code .json}, {@code .csv} or {@code .xlsx}. */
    public void report(Context context) {
        FilePath path = FilePath.of(context.pathParam("key"), workspace.customerReports()::has, FORMATS);
        ViewState state = ViewState.parse(context.queryParamMap());
        CustomerView view = answers.customerView(new ReportRequest(path.key(), state.choices(), state.filters()));
        if (path.format().isPresent()) {
            download(context, view, state, path.format().get());
        } else {
            Respond.html(context, templates.render("page/clv", page(context, view, state)));
        }
    }

    private static void download(Context context, CustomerView view, ViewState state, String ending) {
        ReportView report = view.report();
        if (ending.equals("json")) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("state", view.state());
            view.pending()
                    .filter(FitState.Running.class::isInstance)
                    .map(FitState.Running.class::cast)
                    .ifPresent(running -> object.put("step", running.step()));
            object.putAll(ViewJson.report(report));
            Respond.json(context, object);
            return;
        }
        Table sorted = new Table(report.table().columns(), TableView.sorted(report.table(), state.table()));
        Respond.notes(context, report.notes());
        if (ending.equals("csv")) {
            Respond.csv(context, report.key(), sorted);
        } else {
            Respond.file(
                    context,
                    report.key() + ".xlsx",
                    Xlsx.CONTENT_TYPE,
                    Xlsx.write(sorted, CustomerScores.catalogue(), report.title(), report.notes()));
        }
    }

    /** The dimensions of the metric, as a part of the page. */
    public void filters(Context context) {
        ViewState state = ViewState.parse(context.queryParamMap());
        List<FilterView> filters = answers.customerFilters(context.pathParam("metric"), state.filters()).stream()
                .map(choice -> FilterView.of(choice, state.filters()))
                .toList();
        Respond.html(context, templates.render("part/morefilters", filters));
    }

    public void cancel(Context context) {
        String number = Optional.ofNullable(context.formParam("fit")).orElse("");
        if (!number.matches("[0-9]{1,18}")) {
            throw new UserException("\"" + number + "\" is not the number of a computation");
        }
        workspace.customerReports().cancel(Long.parseLong(number));
        back(context);
    }

    public void startAgain(Context context) {
        workspace.customerReports().startAgain();
        back(context);
    }

    /** To the report; anything but a report of this page leads to the first. */
    private void back(Context context) {
        String key = Optional.ofNullable(context.formParam("report")).orElse("");
        ViewState state = ViewState.parse(context.queryParamMap());
        String url = workspace.customerReports().has(key) ? Urls.clvReport(key, state) : Urls.CLV;
        context.redirect(url, HttpStatus.SEE_OTHER);
    }

    private ClvPage page(Context context, CustomerView view, ViewState state) {
        ReportView report = view.report();
        String metric = workspace.customerReports().metricOf(report.key());
        Frame frame = frames.customerFrame(report.title(), Respond.theme(context));
        FilterBar filters = FilterBar.of(
                answers.customerFilters(metric, state.filters()),
                state,
                Optional.empty(),
                other -> Urls.clvReport(report.key(), other));
        return new ClvPage(
                frame,
                loaded(),
                CustomerMenu.of(workspace.customerReports(), report.key(), state),
                filters,
                ControlView.of(report.controls(), state),
                Optional.of(body(view, state, frame)));
    }

    private static ClvPage.Body body(CustomerView view, ViewState state, Frame frame) {
        ReportView report = view.report();
        TableSetting setting = new TableSetting(
                CustomerScores.catalogue(),
                state,
                other -> Urls.clvReport(report.key(), other),
                Urls.clvExplanations(report.key()));
        return new ClvPage.Body(
                report.key(),
                new ClvPage.Addresses(
                        Urls.clvReport(report.key(), ViewState.EMPTY),
                        Urls.clvReport(report.key(), state.filtersOnly()),
                        Urls.clvReport(report.key(), state)),
                report.cards(),
                ReportCard.of(report, "figure", Optional.empty()),
                TableView.of(report.table(), setting),
                new Downloads(
                        Urls.clvFile(report.key(), "csv", state),
                        Urls.clvFile(report.key(), "xlsx", state),
                        Urls.clvFile(report.key(), "json", state)),
                view.pending().map(pending -> waiting(pending, frame.technical().token())));
    }

    private static ClvPage.Waiting waiting(FitState pending, String token) {
        if (pending instanceof FitState.Running running) {
            String passes = running.passes() == 0 ? "" : NumberText.count(running.passes()) + " passes over the data";
            return new ClvPage.Waiting(Optional.of(running.number()), running.step(), passes, token);
        }
        String reason = pending instanceof FitState.Failed failed ? failed.reason() : "";
        return new ClvPage.Waiting(Optional.empty(), reason, "", token);
    }
}
