package com.cdhdashboard.app.page.configuration.form;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.schema.KeyType;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * A key as a form shows it.
 *
 * @param set whether the key stands in the text; otherwise its default holds
 * @param values what it is set to, as texts; several only for {@link FieldKind#NAMES}
 * @param rows of a {@link FieldKind#TABLE}
 */
public record FormField(
        FieldPath path,
        FieldKind kind,
        Words words,
        Input input,
        boolean set,
        List<String> values,
        List<Row> rows,
        List<FieldProblem> problems) {
    /**
     * What is said of a key.
     *
     * @param otherwise what holds where it is not set
     * @param need what a change of it needs, where it is more than that the configuration is read again
     */
    public record Words(String label, Content help, String otherwise, String need, boolean required) {}

    /**
     * What helps to fill it in.
     *
     * @param allowed of a choice
     * @param suggestions the id of a list of names
     * @param range of a number, in words
     */
    public record Input(List<KeyType.Option> allowed, Optional<String> suggestions, String range) {
        public Input {
            allowed = List.copyOf(allowed);
        }

        /** Whether what is typed is completed from the fields of the data, rather than from a list on the page. */
        public boolean namesFields() {
            return suggestions.filter("names-field"::equals).isPresent();
        }
    }

    /** One row of a table: what its key is set to, and how that is typed. */
    public record Row(FieldPath path, String key, String posts, String value, boolean kept) {}

    /** What the check says of the key. */
    public record FieldProblem(String severity, String message) {}

    public FormField {
        requireNonNull(path, "path");
        requireNonNull(kind, "kind");
        requireNonNull(words, "words");
        requireNonNull(input, "input");
        values = List.copyOf(values);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    public String id() {
        return path.id();
    }

    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Whether a value is one that a choice has; any other stays choosable, so that opening the page changes nothing. */
    public boolean allows(String value) {
        return input.allowed().stream().anyMatch(option -> option.value().equals(value));
    }

    /** Whether conditions can be shown beside the text: of filters and calculated columns. */
    public boolean isExpression() {
        return kind == FieldKind.LINES
                && (path.last().equals("filter") || path.last().equals("columns"));
    }

    /** The ids of what is said of the field, for readers of screens. */
    public String describedBy() {
        return problems.isEmpty() ? id() + "-help" : id() + "-problems " + id() + "-help";
    }

    /** The kind of data whose fields are named; empty where none are. */
    public Optional<String> namedFields() {
        return input.namesFields() ? Optional.of(FieldSource.of(path.names()).key()) : Optional.empty();
    }

    /** The id of the list on the page that completes what is typed; empty where there is none. */
    public Optional<String> list() {
        return input.namesFields() ? Optional.empty() : input.suggestions();
    }

    public boolean wrong() {
        return problems.stream().anyMatch(problem -> problem.severity().equals("error"));
    }

    public int lines() {
        return Math.max(2, Math.min(18, (int) value().lines().count() + 1));
    }
}
