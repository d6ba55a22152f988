package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableCsv;
import com.cdhdashboard.app.output.TableJson;
import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.notation.QuotedList;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.core.report.explanation.RowNumbers;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "query", description = "Shows the scores of a metric, for all data or for groups.")
final class QueryCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Parameters(paramLabel = "METRIC", description = "A metric of the configuration, such as engagement.")
    private String metric = "";

    @Option(
            names = "--group-by",
            paramLabel = "A,B",
            description = "Dimensions to group by, in this order; quote a name that holds a comma.")
    private String groupBy = "";

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Option(
            names = "--scores",
            paramLabel = "A,B",
            description = "Only these scores, which saves the time that others take.")
    private String scores = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or csv. Default: ${DEFAULT-VALUE}")
    private Format format = Format.TABLE;

    /** How the answer is written. */
    private enum Format {
        TABLE,
        JSON,
        CSV
    }

    QueryCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<String> dimensions = names("--group-by", groupBy);
        List<String> named = names("--scores", scores);
        List<Filter> said = question.filters();
        try (Workspaces.OpenWorkspace open = workspaces.open(store.configuration(), store.data())) {
            Snapshot now = open.workspace().now();
            List<Filter> filters = question.within(said, now.loaded().to());
            question.unnarrowed(now.loaded().to()).ifPresent(this::note);
            CustomerQueries ofCustomers = new CustomerQueries(now.customerMetrics());
            Optional<CustomerMetric> customerMetric = ofCustomers.metric(metric);
            if (customerMetric.isPresent()) {
                checkNoScores(named);
                answer(
                        ofCustomers,
                        customerMetric.get(),
                        now.customers(),
                        new CustomerQueries.Question(dimensions, filters, customers.rows()));
                return 0;
            }
            MetricQueries queries = new MetricQueries(now.metrics());
            Metric asked = queries.metric(metric, question.property());
            checkNoCustomers();
            Question all = Question.ofAllScores(asked, dimensions, filters);
            Question put = named.isEmpty() ? all : new Question(asked, dimensions, filters, needed(asked, named));
            write(
                    queries.query(put, now.cubes()),
                    ScoreCatalogue.of(asked.family()),
                    column -> named.isEmpty() || column.role() != Column.Role.SCORE || named.contains(column.name()));
            queries.notes(put, now.cubes()).forEach(this::note);
        }
        return 0;
    }

    /** For people also the ends of intervals, which decide on digits and are not shown. */
    private List<String> needed(Metric asked, List<String> named) {
        return format != Format.TABLE
                ? named
                : Stream.concat(
                                named.stream(),
                                named.stream().flatMap(RowNumbers::beside).filter(asked.scoreNames()::contains))
                        .distinct()
                        .toList();
    }

    /** An option that means nothing to the metric is a mistake that would change the answer unseen. */
    private void checkNoScores(List<String> named) {
        if (!named.isEmpty() || question.property().isPresent()) {
            throw new UserException("metric \"" + metric + "\" is over product holdings and always answers all columns;"
                    + " leave out --scores and --property");
        }
    }

    private void checkNoCustomers() {
        if (customers.rows().isAsked()) {
            throw new UserException(
                    "metric \"" + metric + "\" is not over product holdings, so there are no customers to"
                            + " choose from; leave out --limit, --offset, --sort and --search");
        }
    }

    private void answer(
            CustomerQueries queries, CustomerMetric asked, CustomerReader reader, CustomerQueries.Question put)
            throws IOException {
        Table table = queries.query(asked, reader, put);
        CustomerQueries.notes(asked.name(), reader, put.filters()).forEach(this::note);
        write(table, ScoreCatalogue.of(Family.CLV), column -> true);
        if (put.groupBy().isEmpty()) {
            CustomerPage page = queries.page(asked, put);
            long rows = reader.count(page);
            long next = page.slice().offset() + table.rows().size();
            if (next < rows) {
                note(NumberText.count(table.rows().size()) + " of " + NumberText.count(rows) + " rows; --offset " + next
                        + " has the next ones.");
            }
        }
    }

    private void note(String text) {
        terminal.out().flush();
        terminal.err().println("Note: " + TableText.visible(text));
    }

    private List<String> names(String option, String text) {
        return question.read(option, text, QuotedList::parse).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void write(Table table, ScoreCatalogue scores, Predicate<Column> shown) throws IOException {
        switch (format) {
            case TABLE -> TableText.write(table, scores, shown, terminal.out());
            case JSON -> TableJson.write(table, terminal.out());
            case CSV -> TableCsv.write(table, terminal.out());
        }
    }
}
