package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.CustomerData;
import com.cdhdashboard.app.input.QuotedList;
import com.cdhdashboard.app.output.TableCsv;
import com.cdhdashboard.app.output.TableJson;
import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.MetricQueries;
import com.cdhdashboard.core.metric.Question;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        List<Filter> filters = question.filters();
        try (Workspaces.OpenWorkspace open = workspaces.open(store.configuration(), store.data())) {
            CustomerData data = open.workspace().customerData();
            CustomerQueries ofCustomers = new CustomerQueries(data.metrics());
            Optional<CustomerMetric> customerMetric = ofCustomers.metric(metric);
            if (customerMetric.isPresent()) {
                write(ofCustomers.query(
                        customerMetric.get(),
                        data.customers(),
                        new CustomerQueries.Question(dimensions, filters, customers.rows())));
                return 0;
            }
            MetricQueries queries = new MetricQueries(open.workspace().metrics());
            Metric asked = queries.metric(metric, question.property());
            Question all = Question.ofAllScores(asked, dimensions, filters);
            Question put = named.isEmpty() ? all : new Question(asked, dimensions, filters, named);
            write(queries.query(put, open.workspace().cubes()));
            terminal.out().flush();
            put.notes().forEach(note -> terminal.err().println("Note: " + TableText.visible(note)));
        }
        return 0;
    }

    private List<String> names(String option, String text) {
        return question.read(option, text, QuotedList::parse).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void write(Table table) throws IOException {
        switch (format) {
            case TABLE -> TableText.write(table, terminal.out());
            case JSON -> TableJson.write(table, terminal.out());
            case CSV -> TableCsv.write(table, terminal.out());
        }
    }
}
