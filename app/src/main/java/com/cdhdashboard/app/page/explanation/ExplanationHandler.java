package com.cdhdashboard.app.page.explanation;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.page.explanation.ExplanationPage.Link;
import com.cdhdashboard.app.route.FilePath;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.AskedReport;
import com.cdhdashboard.app.view.CustomerQuestion;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerPage.Slice;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers what a number in the table of a report or of customers is, as a page and as its JSON twin. */
public final class ExplanationHandler {
    private static final List<String> FORMATS = List.of("json");

    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;

    public ExplanationHandler(Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
    }

    public Handler report(Section section) {
        return context -> report(context, section);
    }

    private void report(Context context, Section section) {
        Snapshot now = Snapshots.of(context, workspace);
        FilePath path = FilePath.of(
                context.pathParam("key"), key -> now.configuration().report(key).isPresent(), FORMATS);
        ViewState state = Snapshots.state(context, now);
        ReportEntry entry = ReportEntry.of(path.key(), section.entries(now.reports()));
        ReportRequest request =
                new ReportRequest(path.key(), state.choices(), state.filters()).comparing(state.compared());
        answer(context, path, new Shown(entry, request, state, other -> Urls.report(section, path.key(), other)));
    }

    /** Of a report that only the address says; as JSON, or as a page. */
    public Handler question(Optional<String> format) {
        return context -> {
            Snapshot now = Snapshots.of(context, workspace);
            AskedReport asked = AskedReport.of(
                    now.configuration(), context.queryParamMap(), now.loaded().to());
            answer(
                    context,
                    new FilePath("", format),
                    new Shown(
                            asked.report().entry(),
                            asked.report().request().comparing(asked.state().compared()),
                            asked.state(),
                            Urls::question));
        };
    }

    /**
     * The report whose numbers are asked about.
     *
     * @param page its address in any state
     */
    private record Shown(ReportEntry entry, ReportRequest request, ViewState state, Function<ViewState, String> page) {}

    private void answer(Context context, FilePath path, Shown shown) {
        Snapshot now = Snapshots.of(context, workspace);
        Asked asked = Asked.in(context);
        ViewState state = shown.state();
        Section section = Section.of(shown.entry());
        ReportView view = answers.view(now, shown.request());
        Optional<Table> row = row(view.table(), state, asked);
        Optional<RowsBehind> behind = row.flatMap(only -> now.reports().behind(shown.request(), only));
        Subject subject = new Subject(
                view.table(),
                shown.entry().scores(),
                row,
                behind,
                new Link(view.title(), shown.page().apply(state)),
                section == Section.CLV
                        ? row.flatMap(only -> customers(now, shown.entry().metric(), state, only))
                        : behind.map(RowsBehind::group)
                                .filter(group -> !group.isEmpty())
                                .map(group -> new Link(
                                        "The report of this row only",
                                        shown.page().apply(state.withFilters(group)))),
                view.notes());
        answer(context, path, subject, frames.frame(context, view.title(), section, state));
    }

    public void customers(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        CustomerReader customers = now.customers();
        FilePath path = FilePath.of(
                context.pathParam("metric"), metric -> customers.schema(metric).isPresent(), FORMATS);
        CustomerSchema schema = customers
                .schema(path.key())
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND, "There are no customers of a metric \"" + path.key() + "\"."));
        Asked asked = Asked.in(context);
        ViewState state = Snapshots.state(context, now);
        CustomerPage all = CustomerQuestion.of(customers, path.key(), state, new Slice(0, 1));
        Optional<Table> row = asked.row().isEmpty()
                ? Optional.empty()
                : Optional.of(customers.page(CustomerQuestion.of(
                        customers, path.key(), state, new Slice(asked.rowOf(customers.count(all)) - 1L, 1))));
        Subject subject = new Subject(
                row.orElseGet(() -> new Table(schema.columns(), List.of())),
                ScoreCatalogue.of(Family.CLV),
                row,
                Optional.empty(),
                new Link("All customers", Urls.customers(path.key(), state)),
                Optional.empty(),
                CustomerQuestion.notes(customers, path.key(), state));
        answer(context, path, subject, frames.customerFrame(context, "All customers", state));
    }

    private static Optional<Table> row(Table table, ViewState state, Asked asked) {
        if (asked.row().isEmpty()) {
            return Optional.empty();
        }
        int row = asked.rowOf(table.rows().size());
        return Optional.of(new Table(
                table.columns(), TableView.sorted(table, state.table()).subList(row - 1, row)));
    }

    /** The page of the customers of a row; empty where the row is not of customers but, say, of a model's parameter. */
    private Optional<Link> customers(Snapshot now, String metric, ViewState state, Table row) {
        Optional<CustomerSchema> schema = now.customers().schema(metric);
        ViewState shown = state.filtersOnly();
        List<Filter> group = new ArrayList<>();
        for (int i = 0; schema.isPresent() && i < row.columns().size(); i++) {
            Column column = row.columns().get(i);
            Optional<String> text = Values.text(row.rows().get(0).get(i));
            if (column.name().equals(schema.get().customerId())) {
                shown = shown.withChoices(Map.of(CustomerQuestion.SEARCH, text.orElse("")));
            } else if (schema.get().dimension(column.name()).isPresent()) {
                group.add(Filter.In.of(column.name(), List.of(text)));
            }
        }
        return group.isEmpty()
                ? Optional.empty()
                : Optional.of(new Link("The customers of this row", Urls.customers(metric, shown.withFilters(group))));
    }

    private void answer(Context context, FilePath path, Subject subject, Frame frame) {
        Asked asked = Asked.in(context);
        Explanations explanations = new Explanations(subject);
        ExplanationPage page = new ExplanationPage(
                frame,
                explanations.group(),
                explanations.asked(asked),
                explanations.others(asked),
                explanations.sums(),
                subject.source(),
                subject.only(),
                subject.notes());
        if (path.format().isPresent()) {
            Respond.json(context, ExplanationJson.of(page, Respond.mount(context)));
        } else {
            Respond.html(context, templates.render("page/explanation", page));
        }
    }
}
