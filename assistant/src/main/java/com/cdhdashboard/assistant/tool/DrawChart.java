package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Arguments;
import com.cdhdashboard.assistant.question.Filters;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.Period;
import com.cdhdashboard.assistant.question.RowsContent;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.configured.AdHocReport;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A chart that no report of the configuration has, drawn as a report; the page of the answer shows it. */
final class DrawChart implements Tool {
    private static final String TYPE = "type";
    private static final String KEYS = "keys";
    private static final int MOST_KEYS = 20;

    @Override
    public String name() {
        return "draw_chart";
    }

    @Override
    public String description() {
        return "Draws a chart of a metric, which is shown to the person who asks, and answers its numbers. Say which scores"
                + " and groups; type and keys only where the usual chart is not meant.";
    }

    @Override
    public ObjectNode parameters() {
        Parameters key = new Parameters()
                .required("name", Parameters.text("such as x, y, color, facet_row, facet_column, property, stages"))
                .required("values", Parameters.texts("one text, or several where the key takes a list"));
        return new Parameters()
                .required(MetricQuestion.METRIC, Parameters.text("name of a metric, as list_metrics tells"))
                .optional(TYPE, Parameters.choice("type of report; one that suits without", types()))
                .optional(MetricQuestion.SCORES, Parameters.texts("scores to show"))
                .optional(MetricQuestion.GROUP_BY, Parameters.texts("dimensions to group by"))
                .optional(KEYS, Parameters.list("keys of the type", key.json(), 0, MOST_KEYS))
                .optional(Filters.NAME, Filters.parameter())
                .optional(Period.NAME, Period.parameter("days that count; all of the data where it is left out"))
                .optional(RowsContent.SORT, RowsContent.sort())
                .optional(RowsContent.LIMIT, RowsContent.limit())
                .json();
    }

    private static List<String> types() {
        return ReportKinds.table().rows().stream()
                .map(row -> row.kind().type())
                .distinct()
                .toList();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode json) {
        Arguments arguments = new Arguments(json);
        String metric = arguments.required(MetricQuestion.METRIC);
        Map<String, Object> keys = keys(arguments, metric);
        List<Filter> filters = filters(now, arguments, metric);
        checkTold(now, metric, keys, filters);
        AdHocReport chart = AdHocReport.of(now.configuration(), keys, filters).checked();
        if (Withheld.of(now).isWithheld(chart.report())) {
            throw new UserException("a chart of \"" + metric
                    + "\" needs a dimension that is told to nobody; say by which" + " others to group it");
        }
        ReportView view = now.reports().await(chart.request()).withNotes(chart.notes());
        return GetReport.answer(now, new GetReport.Drawn(chart.entry(), view, filters), arguments, chart.address());
    }

    private static Map<String, Object> keys(Arguments arguments, String metric) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(MetricQuestion.METRIC, metric);
        arguments.text(TYPE).ifPresent(type -> keys.put(TYPE, type));
        for (Arguments key : arguments.objects(KEYS)) {
            List<String> values = key.texts("values");
            if (keys.containsKey(key.required("name"))) {
                throw new UserException("keys: " + key.required("name") + " is said twice");
            }
            keys.put(key.required("name"), values.size() == 1 ? values.get(0) : values);
        }
        for (String list : List.of(MetricQuestion.SCORES, MetricQuestion.GROUP_BY)) {
            if (!arguments.texts(list).isEmpty()) {
                keys.put(list, arguments.texts(list));
            }
        }
        return keys;
    }

    private static List<Filter> filters(Snapshot now, Arguments arguments, String metric) {
        List<Filter> filters = new ArrayList<>(Filters.of(arguments));
        Optional<CubeSchema> schema = now.cubes().schema(metric);
        Optional<Period> period = Period.of(arguments.object(Period.NAME), now.loaded());
        if (period.isPresent() && schema.isEmpty()) {
            throw new UserException("metric \"" + metric + "\" cannot be narrowed to days; leave out the period");
        }
        period.ifPresent(within ->
                filters.add(within.filter(schema.orElseThrow(), Withheld.of(now).dimensions(schema.orElseThrow()))));
        return filters;
    }

    /** What is not told is answered as if it did not exist, before anything else names it. */
    private static void checkTold(Snapshot now, String metric, Map<String, Object> keys, List<Filter> filters) {
        Withheld withheld = Withheld.of(now);
        if (now.customerMetrics().stream().noneMatch(each -> each.name().equals(metric))) {
            MetricQuestion.metric(now, metric);
        }
        Stream.concat(
                        keys.values().stream()
                                .flatMap(
                                        value -> value instanceof List<?> several ? several.stream() : Stream.of(value))
                                .map(String::valueOf),
                        filters.stream().map(Filter::dimension))
                .filter(withheld::holds)
                .findFirst()
                .ifPresent(name -> {
                    throw new UserException("\"" + name + "\" is not a dimension of metric \"" + metric + "\".");
                });
    }
}
