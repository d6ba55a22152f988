package com.cdhdashboard.app.page.explanation;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.page.explanation.ExplanationPage.Link;
import com.cdhdashboard.app.route.FilePath;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.CustomerQuestion;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerPage.Slice;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.customer.CustomerScores;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public void report(Context context) {
        FilePath path = FilePath.of(
                context.pathParam("key"),
                key -> workspace.configuration().report(key).isPresent(),
                FORMATS);
        Asked asked = Asked.in(context);
        ViewState state = ViewState.parse(context.queryParamMap());
        ReportRequest request = new ReportRequest(path.key(), state.choices(), state.filters());
        ReportView view = answers.view(request);
        Optional<Table> row = row(view.table(), state, asked);
        Optional<RowsBehind> behind = row.flatMap(only -> workspace.reports().behind(request, only));
        Subject subject = new Subject(
                view.table(),
                answers.scores(path.key()),
                row,
                behind,
                new Link(view.title(), Urls.report(path.key(), state)),
                behind.map(RowsBehind::group)
                        .filter(group -> !group.isEmpty())
                        .map(group -> new Link(
                                "The report of this row only", Urls.report(path.key(), state.withFilters(group)))),
                view.notes());
        answer(context, path, subject, frames.frame(view.title(), Urls.REPORTS, Respond.theme(context), state));
    }

    public void customerReport(Context context) {
        FilePath path = FilePath.of(context.pathParam("key"), workspace.customerReports()::has, FORMATS);
        Asked asked = Asked.in(context);
        ViewState state = ViewState.parse(context.queryParamMap());
        ReportView view = answers.customerView(new ReportRequest(path.key(), state.choices(), state.filters()))
                .report();
        Optional<Table> row = row(view.table(), state, asked);
        Subject subject = new Subject(
                view.table(),
                CustomerScores.catalogue(),
                row,
                Optional.empty(),
                new Link(view.title(), Urls.clvReport(path.key(), state)),
                row.flatMap(only -> customers(workspace.customerReports().metricOf(path.key()), state, only)),
                view.notes());
        answer(context, path, subject, frames.customerFrame(view.title(), Respond.theme(context)));
    }

    public void customers(Context context) {
        CustomerReader customers = workspace.customerData().customers();
        FilePath path = FilePath.of(
                context.pathParam("metric"), metric -> customers.schema(metric).isPresent(), FORMATS);
        CustomerSchema schema = customers
                .schema(path.key())
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND, "There are no customers of a metric \"" + path.key() + "\"."));
        Asked asked = Asked.in(context);
        ViewState state = ViewState.parse(context.queryParamMap());
        CustomerPage all = CustomerQuestion.of(customers, path.key(), state, new Slice(0, 1));
        Optional<Table> row = asked.row().isEmpty()
                ? Optional.empty()
                : Optional.of(customers.page(CustomerQuestion.of(
                        customers, path.key(), state, new Slice(asked.rowOf(customers.count(all)) - 1L, 1))));
        Subject subject = new Subject(
                row.orElseGet(() -> new Table(schema.columns(), List.of())),
                CustomerScores.catalogue(),
                row,
                Optional.empty(),
                new Link("All customers", Urls.customers(path.key(), state)),
                Optional.empty(),
                CustomerQueries.notes(path.key(), customers, state.filters()));
        answer(context, path, subject, frames.customerFrame("All customers", Respond.theme(context)));
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
    private Optional<Link> customers(String metric, ViewState state, Table row) {
        Optional<CustomerSchema> schema = workspace.customerData().customers().schema(metric);
        ViewState shown = state.filtersOnly();
        List<Filter> group = new ArrayList<>();
        for (int i = 0; schema.isPresent() && i < row.columns().size(); i++) {
            Column column = row.columns().get(i);
            Optional<String> text = Values.text(row.rows().get(0).get(i));
            if (column.name().equals(schema.get().customerId())) {
                shown = new ViewState(Map.of(CustomerQuestion.SEARCH, text.orElse("")), shown.filters(), shown.table());
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
            Respond.json(context, ExplanationJson.of(page));
        } else {
            Respond.html(context, templates.render("page/explanation", page));
        }
    }
}
