package com.cdhdashboard.app.page.configuration.expression;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.page.configuration.fields.FieldsOfDrafts;
import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.FieldSource;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.builder.CalculatedColumn;
import com.cdhdashboard.core.expression.builder.ExpressionBuilder;
import com.cdhdashboard.core.expression.builder.Group;
import com.cdhdashboard.core.expression.builder.Reading;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.sample.FilterEffect;
import com.cdhdashboard.core.sample.KnownFields;
import com.cdhdashboard.core.sample.SampleReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows an expression of a draft as conditions, and what it does to the sampled rows; it keeps nothing. */
public final class ExpressionHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;
    private final Authoring authoring;
    private final Templates templates;
    private final FieldsOfDrafts fieldsOfDrafts;

    public ExpressionHandler(
            Workspace workspace, Authoring authoring, Templates templates, FieldsOfDrafts fieldsOfDrafts) {
        this.workspace = workspace;
        this.authoring = authoring;
        this.templates = templates;
        this.fieldsOfDrafts = fieldsOfDrafts;
    }

    /**
     * Answers with the expression of a text and what it does; or at once with that of a form that takes its place, of which
     * the browser asks what it does once it is the text.
     */
    public void show(Context context) {
        List<String> path = path(field(context, "path"));
        String before = field(context, "text");
        String model = field(context, "model");
        String text = model.isEmpty() ? before : isColumns(path) ? columns(model, before) : filter(model, before);
        Respond.html(
                context, templates.render("part/configuration/expression", view(context, path, text, model.isEmpty())));
    }

    private static String filter(String model, String before) {
        return written(ExpressionBuilder.FILTER, ConditionJson.read(model), before);
    }

    private static String columns(String model, String before) {
        return written(ExpressionBuilder.COLUMNS, ColumnJson.read(model), before);
    }

    /** What could not be shown again, as two columns of one name, is refused rather than written. */
    private static <T> String written(ExpressionBuilder<T> builder, T model, String before) {
        String text = builder.write(model, before);
        if (builder.read(text) instanceof Reading.StaysText<T> refused) {
            throw new UserException(refused.reason() + "; the text is unchanged");
        }
        return text;
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    private static List<String> path(String json) {
        List<String> path = new ArrayList<>();
        try {
            JsonNode names = JSON.readTree(json);
            if (names.isArray()) {
                names.forEach(name -> path.add(name.asText()));
            }
        } catch (JsonProcessingException e) {
            throw new UserException(UserException.Kind.USER, "The request names no expression; load the page again", e);
        }
        if (path.isEmpty() || !(isColumns(path) || path.get(path.size() - 1).equals("filter"))) {
            throw new UserException("The request names no expression; load the page again");
        }
        return path;
    }

    private static boolean isColumns(List<String> path) {
        return path.get(path.size() - 1).equals("columns");
    }

    private ExpressionView view(Context context, List<String> path, String text, boolean tried) {
        FieldSource source = FieldSource.of(path);
        SampleReader sample = source == FieldSource.HOLDINGS ? workspace.holdingsSample() : workspace.sample();
        Built built = isColumns(path) ? builtColumns(text) : builtFilter(text);
        Configuration draft = draft(field(context, "draft"));
        return new ExpressionView(
                new FieldPath(path).id() + "-expression",
                text,
                built.conditions(),
                built.columns(),
                built.remarks(),
                fields(
                        fieldsOfDrafts
                                .of(draft, Snapshots.of(context, workspace))
                                .of(source),
                        path),
                tried ? Optional.of(effect(path, text, sample, draft)) : Optional.empty());
    }

    private static ExpressionView.Effect effect(
            List<String> path, String text, SampleReader sample, Configuration draft) {
        SourceText source = new SourceText(text, new Position(path.get(path.size() - 1), 1, 1), true);
        return isColumns(path)
                ? ExpressionView.Effect.ofColumns(sample.columns(draft, source))
                : ExpressionView.Effect.ofFilter(filter(path, sample, draft, source));
    }

    private static Parsed<FilterEffect> filter(
            List<String> path, SampleReader sample, Configuration draft, SourceText source) {
        return path.get(0).equals("metrics") ? sample.metricFilter(draft, source) : sample.filter(draft, source);
    }

    /** What a form shows of a text. */
    private record Built(Optional<Group> conditions, Optional<List<CalculatedColumn>> columns, List<String> remarks) {}

    private static Built builtFilter(String text) {
        Reading<Group> reading = ExpressionBuilder.FILTER.read(text);
        return new Built(model(reading), Optional.empty(), remarks(reading));
    }

    private static Built builtColumns(String text) {
        Reading<List<CalculatedColumn>> reading = ExpressionBuilder.COLUMNS.read(text);
        return new Built(Optional.empty(), model(reading), remarks(reading));
    }

    private static <T> Optional<T> model(Reading<T> reading) {
        return reading instanceof Reading.Shown<T> shown ? Optional.of(shown.model()) : Optional.empty();
    }

    private static <T> List<String> remarks(Reading<T> reading) {
        return reading instanceof Reading.Shown<T> shown
                ? shown.remarks()
                : List.of("This stays text, because " + ((Reading.StaysText<T>) reading).reason() + ".");
    }

    private Configuration draft(String id) {
        return ConfigurationReader.read(authoring.text(id), "draft").configuration();
    }

    /** Those that the expression sees: a filter of the source only what files and defaults hold. */
    private static ExpressionView.Fields fields(Optional<KnownFields> known, List<String> path) {
        KnownFields.Origin last = path.get(0).equals("metrics")
                ? KnownFields.Origin.CALCULATED
                : isColumns(path) ? KnownFields.Origin.DERIVED : KnownFields.Origin.DEFAULT;
        Map<String, Optional<ValueType>> types = new LinkedHashMap<>();
        known.map(all -> all.upTo(last)).orElse(List.of()).forEach(field -> types.put(field.name(), field.type()));
        return new ExpressionView.Fields(types);
    }
}
