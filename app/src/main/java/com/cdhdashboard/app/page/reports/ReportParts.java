package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.page.reports.ReportsPage.Addresses;
import com.cdhdashboard.app.page.reports.ReportsPage.Body;
import com.cdhdashboard.app.page.reports.ReportsPage.Taking;
import com.cdhdashboard.app.page.reports.ReportsPage.Waiting;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.CardView;
import com.cdhdashboard.app.view.Downloads;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.TableSetting;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.app.view.ViewJson;
import com.cdhdashboard.app.view.Xlsx;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.fit.FitState;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What pages of reports have alike, whether the configuration has the report or an address says it. */
final class ReportParts {
    static final List<String> FORMATS = List.of("json", "csv", "xlsx");

    private final Frames frames;

    ReportParts(Frames frames) {
        this.frames = frames;
    }

    /**
     * Where a report is.
     *
     * @param page the report in any state
     * @param file the report in that form and state
     * @param bare what a form adds its fields to
     * @param explanations where it is said what its numbers mean
     * @param configured whether it can be changed, and not only kept
     */
    record Place(
            Function<ViewState, String> page,
            BiFunction<String, ViewState, String> file,
            String bare,
            String explanations,
            boolean configured) {}

    Body body(Place place, ReportEntry entry, ReportView view, ViewState state, Snapshot now) {
        List<String> dimensions = TableSetting.dimensions(now, entry.metric());
        TableSetting setting = new TableSetting(entry.scores(), state, place.page(), place.explanations(), dimensions);
        return new Body(
                view.key(),
                new Addresses(
                        place.bare(),
                        place.configured() ? place.page().apply(state.filtersOnly()) : "",
                        place.page().apply(state)),
                CardView.ofReport(view.cards(), state, place.page()),
                ReportCard.of(view, "figure", Optional.empty())
                        .saved(Section.of(entry).data(now), state.filters()),
                TableView.of(Leading.of(view), setting),
                new Downloads(
                        place.file().apply("csv", state),
                        place.file().apply("xlsx", state),
                        place.file().apply("json", state)),
                frames.readOnly()
                        ? Optional.empty()
                        : Optional.of(new Taking(Urls.take(state), frames.token(), place.configured())),
                view.pending().map(pending -> waiting(pending, state)));
    }

    private Waiting waiting(FitState pending, ViewState state) {
        if (pending instanceof FitState.Running running) {
            String passes = running.passes() == 0 ? "" : NumberText.count(running.passes()) + " passes over the data";
            return new Waiting(Optional.of(running.number()), running.step(), passes, frames.token(), state.query());
        }
        String reason = pending instanceof FitState.Failed failed ? failed.reason() : "";
        return new Waiting(Optional.empty(), reason, "", frames.token(), state.query());
    }

    /** The report as a file; one over customers first says how far it is. */
    static void download(Context context, ReportEntry entry, ReportView view, ViewState state, FileName name) {
        if (name.ending().equals("json")) {
            context.header(Respond.DISPOSITION, name.inline());
            Respond.json(context, json(view, Section.of(entry).waits()));
            return;
        }
        Table sorted = new Table(view.table().columns(), TableView.sorted(view.table(), state.table()));
        Respond.notes(context, view.notes());
        if (name.ending().equals("csv")) {
            Respond.csv(context, name, sorted);
        } else {
            Respond.file(
                    context, name, Xlsx.CONTENT_TYPE, Xlsx.write(sorted, entry.scores(), view.title(), view.notes()));
        }
    }

    private static Map<String, @Nullable Object> json(ReportView view, boolean waits) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (waits) {
            object.put("state", view.state());
            view.pending()
                    .filter(FitState.Running.class::isInstance)
                    .map(FitState.Running.class::cast)
                    .ifPresent(running -> object.put("step", running.step()));
        }
        object.putAll(ViewJson.report(view));
        return object;
    }
}
