package com.cdhdashboard.app.page.configuration.expression;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.builder.ExpressionBuilder;
import com.cdhdashboard.core.expression.builder.Group;
import com.cdhdashboard.core.expression.builder.Reading;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.sample.ColumnEffect;
import com.cdhdashboard.core.sample.FilterEffect;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.sample.SampleSummary;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows an expression of a draft as conditions, and what it does to the sampled rows; it keeps nothing. */
public final class ExpressionHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOLDINGS = "holdings";

    private final Workspace workspace;
    private final Authoring authoring;
    private final Templates templates;

    public ExpressionHandler(Workspace workspace, Authoring authoring, Templates templates) {
        this.workspace = workspace;
        this.authoring = authoring;
        this.templates = templates;
    }

    /** Answers with the expression of a text, or of conditions that take its place. */
    public void show(Context context) {
        List<String> path = path(field(context, "path"));
        String before = field(context, "text");
        String conditions = field(context, "conditions");
        String text =
                conditions.isEmpty() ? before : ExpressionBuilder.FILTER.write(ConditionJson.read(conditions), before);
        Respond.html(context, templates.render("part/configuration/expression", view(context, path, text)));
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    private static List<String> path(String json) {
        try {
            List<String> path = JSON.readValue(json, new TypeReference<>() {});
            if (isColumns(path) || path.get(path.size() - 1).equals("filter")) {
                return path;
            }
        } catch (JsonProcessingException | IndexOutOfBoundsException e) {
            throw new UserException(UserException.Kind.USER, "The request names no expression; load the page again", e);
        }
        throw new UserException("The request names no expression; load the page again");
    }

    private static boolean isColumns(List<String> path) {
        return path.get(path.size() - 1).equals("columns");
    }

    private ExpressionView view(Context context, List<String> path, String text) {
        Configuration draft = draft(field(context, "draft"));
        SampleReader sample = isOfHoldings(path) ? workspace.holdingsSample() : workspace.sample();
        Reading<Group> reading = isColumns(path) ? new Reading.StaysText<>("") : ExpressionBuilder.FILTER.read(text);
        Optional<Group> conditions =
                reading instanceof Reading.Shown<Group> shown ? Optional.of(shown.model()) : Optional.empty();
        SourceText source = new SourceText(text, new Position(path.get(path.size() - 1), 1, 1), true);
        Optional<Parsed<FilterEffect>> filter =
                isColumns(path) ? Optional.empty() : Optional.of(filter(path, sample, draft, source));
        Optional<Parsed<ColumnEffect>> columns =
                isColumns(path) ? Optional.of(sample.columns(draft, source)) : Optional.empty();
        List<Problem> problems = filter.map(Parsed::problems)
                .or(() -> columns.map(Parsed::problems))
                .orElse(List.of());
        return new ExpressionView(
                new FieldPath(path).id() + "-expression",
                text,
                conditions,
                remarks(reading),
                fields(sample),
                new ExpressionView.Effect(filter.flatMap(Parsed::value), columns.flatMap(Parsed::value)),
                problems.stream().map(Problem::message).toList());
    }

    /** A metric over product holdings counts these. */
    private static boolean isOfHoldings(List<String> path) {
        return path.get(0).equals(HOLDINGS) || (path.size() > 1 && path.get(1).startsWith("clv"));
    }

    private static Parsed<FilterEffect> filter(
            List<String> path, SampleReader sample, Configuration draft, SourceText source) {
        return path.get(0).equals("metrics") ? sample.metricFilter(draft, source) : sample.filter(draft, source);
    }

    private static List<String> remarks(Reading<Group> reading) {
        if (reading instanceof Reading.Shown<Group> shown) {
            return shown.remarks();
        }
        String reason = ((Reading.StaysText<Group>) reading).reason();
        return reason.isEmpty() ? List.of() : List.of("This stays text, because " + reason + ".");
    }

    private Configuration draft(String id) {
        return ConfigurationReader.read(authoring.text(id), "draft").configuration();
    }

    private static ExpressionView.Fields fields(SampleReader sample) {
        Map<String, Optional<ValueType>> types = new LinkedHashMap<>();
        sample.summary()
                .map(SampleSummary::columns)
                .orElse(List.of())
                .forEach(column -> types.put(column.name(), column.type()));
        return new ExpressionView.Fields(types);
    }
}
