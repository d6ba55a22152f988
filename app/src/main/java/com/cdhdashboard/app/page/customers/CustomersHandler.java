package com.cdhdashboard.app.page.customers;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.CustomerQuestion;
import com.cdhdashboard.app.view.Downloads;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.ReportMenu;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.TableSetting;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerPage.Slice;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Answers the page of all customers of a metric, and its files, which are sent as they are read. */
public final class CustomersHandler {
    private final Workspace workspace;
    private final Answers answers;
    private final Frames frames;
    private final Templates templates;

    public CustomersHandler(Workspace workspace, Answers answers, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.answers = answers;
        this.frames = frames;
        this.templates = templates;
    }

    /** The page, or the file where the address ends in {@code .json}, {@code .csv} or {@code .xlsx}. */
    public void answer(Context context) {
        String path = context.pathParam("metric");
        Snapshot now = Snapshots.of(context, workspace);
        ViewState state = Snapshots.state(context, now);
        Optional<CustomerFile.Format> format =
                isMetric(now, path) ? Optional.empty() : CustomerFile.Format.ending(path);
        String metric =
                format.map(each -> path.substring(0, path.lastIndexOf('.'))).orElse(path);
        require(now, metric);
        CustomerReader customers = now.customers();
        if (format.isPresent()) {
            CustomerPage all = CustomerQuestion.of(customers, metric, state, new Slice(0, Slice.MAX_LIMIT));
            new CustomerFile(customers, all, CustomerQuestion.notes(customers, metric, state))
                    .send(context, format.get(), now.holdings());
            return;
        }
        Respond.html(context, templates.render("page/customers", page(context, customers, metric, state)));
    }

    private static boolean isMetric(Snapshot now, String name) {
        return names(now).contains(name);
    }

    private static List<String> names(Snapshot now) {
        return now.customerMetrics().stream().map(CustomerMetric::name).toList();
    }

    private static void require(Snapshot now, String metric) {
        if (!isMetric(now, metric)) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "There is no metric \"" + metric + "\" over product holdings. Metrics: "
                            + String.join(", ", names(now)) + ".");
        }
    }

    private CustomersPage page(Context context, CustomerReader customers, String metric, ViewState state) {
        Snapshot now = Snapshots.of(context, workspace);
        FilterBar filters = FilterBar.ofCustomers(
                now.loaded(),
                answers.filters(now, metric, state.filters()),
                state,
                other -> Urls.customers(metric, other));
        return new CustomersPage(
                frames.customerFrame(context, "All customers", state),
                ReportMenu.of(Section.CLV, now.reports(), now.customerMetrics()).groups(metric, state),
                filters,
                customers.schema(metric).map(schema -> sheet(customers, schema, state)));
    }

    private static CustomersPage.Sheet sheet(CustomerReader customers, CustomerSchema schema, ViewState state) {
        String metric = schema.metric();
        CustomerPage first = CustomerQuestion.of(customers, metric, state, new Slice(0, TableView.PAGE_SIZE));
        int total = (int) Math.min(Integer.MAX_VALUE, customers.count(first));
        int pages = Math.max(1, (total + TableView.PAGE_SIZE - 1) / TableView.PAGE_SIZE);
        TableState table = state.table().withPage(Math.min(state.table().page(), pages));
        long offset = (table.page() - 1L) * TableView.PAGE_SIZE;
        CustomerPage shown = CustomerQuestion.of(customers, metric, state, new Slice(offset, TableView.PAGE_SIZE));
        TableSetting setting = new TableSetting(
                ScoreCatalogue.of(Family.CLV),
                state.withTable(table),
                other -> Urls.customers(metric, other),
                Urls.customersExplanations(metric),
                schema.dimensions().stream().map(Column::name).toList());
        return new CustomersPage.Sheet(
                Urls.customers(metric, ViewState.EMPTY),
                first.search(),
                schema.customerId(),
                CustomerQuestion.notes(customers, metric, state),
                TableView.ofPage(customers.page(shown), setting, total),
                new Downloads(
                        Urls.customersFile(metric, "csv", state),
                        Urls.customersFile(metric, "xlsx", state),
                        Urls.customersFile(metric, "json", state)));
    }
}
