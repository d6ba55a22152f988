package com.cdhdashboard.app.api;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.ViewJson;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.notation.QuotedList;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers the API.
 *
 * <p>What has to be said of an answer stands in {@code notes} of a report and of a metric asked for as an object, and in the
 * header {@code X-Notes} of every answer.
 *
 * <ul>
 *   <li>{@code /metrics/METRIC?group_by=A,B&filter.Channel=Web&format=json|csv|object}: an array of objects, one per group: the
 *       group columns by name, then every score, unrounded; null for missing and not available. With
 *       {@code &scores=A,B} only these, with {@code &property=COLUMN} those of one property.
 *   <li>{@code /metrics/CLV?limit=100&offset=0&sort=-lifetime_value&search=C-1}: of a metric over product holdings one
 *       object per customer, or with {@code group_by} one per group.
 *   <li>{@code /reports/KEY?format=json|csv|figure}: the report with the same filters and with choices such as
 *       {@code x=Day}; one over customers is answered when its models are fitted.
 * </ul>
 */
public final class ApiHandler {
    private static final String PROPERTY = "property";
    private static final String SCORES = "scores";

    private final Workspace workspace;
    private final Answers answers;

    public ApiHandler(Workspace workspace, Answers answers) {
        this.workspace = workspace;
        this.answers = answers;
    }

    public void status(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data_version", now.version());
        answer.put("demo_data", now.configured().demo());
        answer.put("rows", now.loaded().rows());
        answer.put("from", now.loaded().from());
        answer.put("to", now.loaded().to());
        answer.put("imported_at", now.loaded().importedAt());
        answer.put("days_counted_twice", now.cubes().daysCountedTwice());
        Respond.json(context, answer);
    }

    public void metrics(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        List<Map<String, @Nullable Object>> metrics = new ArrayList<>();
        now.metrics().forEach(metric -> metrics.add(metricObject(metric, now)));
        now.customerMetrics().forEach(metric -> metrics.add(CustomerAnswer.describe(metric, now.customers())));
        Respond.json(context, metrics);
    }

    private Map<String, @Nullable Object> metricObject(Metric metric, Snapshot now) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", metric.name());
        object.put("family", metric.family().prefix());
        object.put("dimensions", metric.grain());
        object.put("properties", metric.properties());
        object.put("scores", metric.scoreNames());
        object.put("has_data", now.cubes().schema(metric.name()).isPresent());
        return object;
    }

    public void metric(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        CustomerQueries customers = new CustomerQueries(now.customerMetrics());
        Optional<CustomerMetric> asked = customers.metric(context.pathParam("metric"));
        if (asked.isPresent()) {
            new CustomerAnswer(customers, now.customers()).send(context, asked.get());
            return;
        }
        MetricQueries queries = new MetricQueries(now.metrics());
        ViewState state = Snapshots.state(context, now);
        checkKnown(state);
        Optional<String> property = Optional.ofNullable(state.choices().get(PROPERTY));
        Metric metric = queries.metric(context.pathParam("metric"), property);
        ComparedMetric compared = ComparedMetric.of(metric, now.cubes(), state.compared());
        List<String> groupBy = compared.groupBy(names("group_by", context.queryParams("group_by")));
        List<String> scores = names(SCORES, context.queryParams(SCORES));
        Question question = scores.isEmpty()
                ? Question.ofAllScores(metric, groupBy, Period.ordered(state.filters()))
                : new Question(metric, groupBy, Period.ordered(state.filters()), scores);
        Table table = queries.query(question, compared.cubes());
        List<String> notes = new ArrayList<>(queries.notes(question, compared.cubes()));
        Period.turned(state.filters()).ifPresent(notes::add);
        notes.addAll(state.comparisonNotes());
        compared.note().ifPresent(notes::add);
        send(context, metric.name(), table, notes);
    }

    /** Of a metric: as an array or a file, which have no place for notes, or as an object, which has. */
    static void send(Context context, String name, Table table, List<String> notes) {
        Respond.notes(context, notes);
        switch (format(context, List.of("json", "csv", "object"))) {
            case "csv" -> Respond.csv(context, FileName.kept(name + ".csv"), table);
            case "object" -> {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("rows", table);
                object.put("notes", notes);
                Respond.json(context, object);
            }
            default -> Respond.json(context, table);
        }
    }

    /** A parameter that a metric does not know is a mistake that would change the answer unseen. */
    private static void checkKnown(ViewState state) {
        state.choices().keySet().stream()
                .filter(name -> !name.equals(PROPERTY) && !name.equals(SCORES))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserException("\"" + name + "\" is not a parameter of a metric; there are group_by,"
                            + " scores, property, period, compare, format and filter.DIMENSION");
                });
    }

    public void reports(Context context) {
        List<ReportEntry> entries = Snapshots.of(context, workspace).reports().entries();
        Respond.json(context, ViewJson.entries(entries, Respond.mount(context)));
    }

    public void report(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        ViewState state = Snapshots.state(context, now);
        ReportRequest request = new ReportRequest(context.pathParam("key"), state.choices(), state.filters())
                .comparing(state.compared());
        ReportView view = answers.await(now, request).withNotes(state.comparisonNotes());
        if (view.pending().isPresent()) {
            Respond.passing(context);
        }
        Respond.notes(context, view.notes());
        switch (format(context, List.of("json", "csv", "figure"))) {
            case "csv" -> Respond.csv(context, FileName.kept(view.key() + ".csv"), view.table());
            case "figure" ->
                Respond.json(
                        context,
                        view.figure()
                                .orElseThrow(() -> new UserException("report \"" + view.key() + "\" has no figure: "
                                        + view.reason().orElse("nothing to draw"))));
            default -> Respond.json(context, ViewJson.report(view));
        }
    }

    static String format(Context context, List<String> allowed) {
        String format = Optional.ofNullable(context.queryParam("format")).orElse("json");
        if (!allowed.contains(format)) {
            throw new UserException("\"" + format + "\" is not a format; there are " + String.join(", ", allowed));
        }
        return format;
    }

    /** The names of all texts, in order; empty ones are left out. */
    static List<String> names(String parameter, List<String> texts) {
        try {
            return texts.stream()
                    .flatMap(text -> QuotedList.parse(text).stream())
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    UserException.Kind.USER, parameter + ": " + e.getMessage() + ": " + String.join(",", texts), e);
        }
    }
}
