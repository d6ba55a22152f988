package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Filters;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.RowsContent;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a dimension, so that filters name ones that there are. */
final class ListValues implements Tool {
    private static final String DIMENSION = "dimension";
    private static final String SEARCH = "search";
    private static final String ROWS = "rows";
    private static final String CUSTOMERS = "customers";

    @Override
    public String name() {
        return "list_values";
    }

    @Override
    public String description() {
        return "Lists the values of a dimension of a metric with the number of rows under each, most first; search narrows"
                + " to values that contain a text. Ask this before filtering by a value that you have not seen.";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .required(MetricQuestion.METRIC, Parameters.text("name of a metric, as list_metrics tells"))
                .required(DIMENSION, Parameters.text("one of its dimensions"))
                .optional(SEARCH, Parameters.text("text that the values contain, in any case"))
                .optional(Filters.NAME, Filters.parameter())
                .optional(RowsContent.LIMIT, RowsContent.limit())
                .json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode json) {
        Arguments arguments = new Arguments(json);
        String dimension = arguments.required(DIMENSION);
        List<ValueCount> all = new ArrayList<>(values(now, arguments, dimension));
        all.sort(Comparator.comparingLong(ValueCount::count).reversed());
        String search = arguments.text(SEARCH).orElse("").toLowerCase(Locale.ROOT);
        List<ValueCount> found = all.stream()
                .filter(value ->
                        Values.label(value.value()).toLowerCase(Locale.ROOT).contains(search))
                .toList();
        ObjectNode content = Content.object().put(DIMENSION, dimension);
        ArrayNode values = content.putArray("values");
        boolean people = isOverCustomers(now, arguments);
        List<ValueCount> told = found.stream()
                .limit(arguments.whole(RowsContent.LIMIT, RowsContent.USUAL_ROWS))
                .toList();
        told.forEach(value -> value(values.addObject(), value, people));
        content.put("value_count", found.size());
        if (found.size() > values.size()) {
            content.put("values_left_out", found.size() - values.size());
        }
        return Answers.of(
                content,
                now,
                notes(search, dimension, found, all),
                Optional.of(table(dimension, told, people)),
                Optional.empty());
    }

    private static Table table(String dimension, List<ValueCount> told, boolean people) {
        List<Column> columns = List.of(
                new Column(dimension, ValueType.TEXT, Column.Role.DIMENSION),
                new Column(people ? CUSTOMERS : ROWS, ValueType.INTEGER, Column.Role.MEASURE));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ValueCount value : told) {
            boolean counted = !people || value.count() >= SmallGroups.LEAST;
            rows.add(Arrays.asList(Values.label(value.value()), counted ? value.count() : null));
        }
        return new Table(columns, rows);
    }

    private static void value(ObjectNode object, ValueCount value, boolean people) {
        object.put("value", Values.label(value.value()));
        if (!people) {
            object.put(ROWS, value.count());
        } else if (value.count() >= SmallGroups.LEAST) {
            object.put(CUSTOMERS, value.count());
        }
    }

    private static List<String> notes(String search, String dimension, List<ValueCount> found, List<ValueCount> all) {
        if (!found.isEmpty() || search.isEmpty()) {
            return List.of();
        }
        List<String> labels =
                all.stream().map(value -> Values.label(value.value())).toList();
        String hint = DidYouMean.hint(search, labels);
        return List.of("No value of " + dimension + " contains \"" + search + "\"" + (hint.isEmpty() ? "." : hint));
    }

    private static boolean isOverCustomers(Snapshot now, Arguments arguments) {
        return now.customerMetrics().stream()
                .anyMatch(metric -> metric.name().equals(arguments.required(MetricQuestion.METRIC)));
    }

    private static List<ValueCount> values(Snapshot now, Arguments arguments, String dimension) {
        List<Filter> filters = Filters.of(arguments);
        Stream<String> named =
                Stream.concat(Stream.of(dimension), filters.stream().map(Filter::dimension));
        if (isOverCustomers(now, arguments)) {
            CustomerSchema schema = QueryCustomers.schema(now, arguments.required(MetricQuestion.METRIC));
            Withheld.of(now).check(schema.metric(), named, schema.dimensions());
            return now.customers().values(schema.metric(), dimension, filters);
        }
        String metric = MetricQuestion.metric(now, arguments.required(MetricQuestion.METRIC))
                .name();
        List<Column> dimensions = now.cubes()
                .schema(metric)
                .map(CubeSchema::dimensions)
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "metric \"" + metric + "\" has no data yet, so that there are no values"));
        Withheld.of(now).check(metric, named, dimensions);
        return now.cubes().values(metric, dimension, filters);
    }
}
