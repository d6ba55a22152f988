package com.cdhdashboard.app.page.configuration.form;

import com.cdhdashboard.app.page.configuration.form.FormField.FieldProblem;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the fields of sections from the schema, a text and what the check says of it. Reading changes nothing. */
public final class Form {
    private final TomlText text;
    private final List<Problem> problems;
    private final Hints hints;

    public Form(TomlText text, List<Problem> problems, Hints hints) {
        this.text = text;
        this.problems = List.copyOf(problems);
        this.hints = hints;
    }

    /** The section that stands at that path, with those below it. */
    public FormSection section(FieldPath path) {
        SchemaSection schema = Schema.section(path.names())
                .orElseThrow(() -> new IllegalArgumentException("no section " + path.dotted()));
        return section(path, schema);
    }

    /** A section whose keys are others than the schema has at that path. */
    public FormSection section(FieldPath path, SchemaSection schema) {
        return new FormSection(
                path,
                schema.title(),
                new InlineMarkdown(schema.meaning()),
                text.value(path.names()).isPresent(),
                groups(path, schema),
                strangers(path, schema));
    }

    private List<FormSection.Group> groups(FieldPath path, SchemaSection schema) {
        List<FormSection.Group> groups = new ArrayList<>();
        for (SchemaSection.Group group : schema.groups()) {
            List<FormField> fields = new ArrayList<>();
            List<FormSection.Group> nested = new ArrayList<>();
            for (SchemaKey key : group.keys()) {
                FieldPath place = path.child(key.name());
                if (key.type() instanceof KeyType.Nested) {
                    Schema.section(place.names()).ifPresent(below -> nested.add(group(below.title(), place, below)));
                } else if (key.hasEffect() || !schema.hasEffect() || isSet(place)) {
                    fields.add(field(place, key));
                }
            }
            if (!fields.isEmpty()) {
                groups.add(new FormSection.Group(group.title(), fields));
            }
            groups.addAll(nested);
        }
        return groups;
    }

    private FormSection.Group group(String title, FieldPath path, SchemaSection schema) {
        return new FormSection.Group(
                title,
                schema.keys().stream()
                        .filter(key -> !(key.type() instanceof KeyType.Nested))
                        .map(key -> field(path.child(key.name()), key))
                        .toList());
    }

    private boolean isSet(FieldPath path) {
        return text.value(path.names()).isPresent();
    }

    /** One key, wherever it stands. */
    public FormField field(FieldPath path, SchemaKey key) {
        Optional<Object> value = text.value(path.names());
        FieldKind kind = FieldKind.of(key.type(), value.orElse(""));
        List<String> values = value.map(found -> Shown.texts(found, kind)).orElse(List.of());
        List<FormField.Row> rows = kind == FieldKind.TABLE ? rows(path) : List.of();
        List<FieldProblem> said = new ArrayList<>(problems(path));
        hints(path, Inputs.of(key.type()), values, rows).forEach(hint -> said.add(new FieldProblem("hint", hint)));
        return new FormField(path, kind, words(key), Inputs.of(key.type()), value.isPresent(), values, rows, said);
    }

    private List<String> hints(FieldPath path, FormField.Input input, List<String> values, List<FormField.Row> rows) {
        if (!input.namesFields()) {
            return List.of();
        }
        return rows.isEmpty()
                ? hints.ofNames(path, values)
                : hints.ofDefaults(path, rows.stream().map(FormField.Row::key).toList());
    }

    private static FormField.Words words(SchemaKey key) {
        String need = key.hasEffect()
                ? switch (key.need()) {
                    case IMPORT -> "needs an import";
                    case NOTHING, RELOAD -> "";
                }
                : "without effect";
        return new FormField.Words(
                key.label(), new InlineMarkdown(key.meaning()), Inputs.otherwise(key), need, key.isRequired());
    }

    private List<FormField.Row> rows(FieldPath path) {
        List<FormField.Row> rows = new ArrayList<>();
        for (String key : text.keys(path.names())) {
            FieldPath row = path.child(key);
            Object value = text.value(row.names()).orElseThrow();
            boolean kept = value instanceof Map<?, ?>;
            rows.add(new FormField.Row(row, key, Shown.posts(value), Shown.text(value), kept));
        }
        return rows;
    }

    private List<FieldProblem> problems(FieldPath path) {
        return problems.stream()
                .filter(path.holder())
                .map(problem -> new FieldProblem(problem.severity().name().toLowerCase(Locale.ROOT), problem.message()))
                .distinct()
                .toList();
    }

    private List<FormSection.Stranger> strangers(FieldPath path, SchemaSection schema) {
        return text.keys(path.names()).stream()
                .filter(key -> schema.key(key).isEmpty())
                .map(path::child)
                .filter(place -> !isSection(place))
                .map(place -> new FormSection.Stranger(
                        place, Shown.text(text.value(place.names()).orElse("")), problems(place)))
                .toList();
    }

    private boolean isSection(FieldPath place) {
        return Schema.section(place.names()).isPresent()
                && text.value(place.names()).filter(Map.class::isInstance).isPresent();
    }

    /** The lists of names from which the fields of some sections are completed, each by its id. */
    public static Map<String, List<String>> suggestions(List<FormSection> sections, Suggestions names) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .map(FormField::input)
                .filter(input -> !input.namesFields())
                .flatMap(input -> input.suggestions().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toMap(id -> id, names::of, (one, other) -> one, LinkedHashMap::new));
    }
}
