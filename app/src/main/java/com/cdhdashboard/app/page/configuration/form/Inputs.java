package com.cdhdashboard.app.page.configuration.form;

import com.cdhdashboard.core.config.schema.Absent;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.figure.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What helps to fill in a key of a type. */
final class Inputs {
    private Inputs() {}

    static FormField.Input of(KeyType type) {
        return new FormField.Input(allowed(type), suggestions(type), range(type));
    }

    private static List<KeyType.Option> allowed(KeyType type) {
        if (type instanceof KeyType.Choice choice) {
            return choice.options();
        }
        if (type instanceof KeyType.OneOfNumbers numbers) {
            return numbers.allowed().stream()
                    .map(String::valueOf)
                    .map(each -> new KeyType.Option(each, each))
                    .toList();
        }
        return List.of();
    }

    private static Optional<String> suggestions(KeyType type) {
        if (type instanceof KeyType.Text text) {
            return list(text.of());
        }
        if (type instanceof KeyType.Texts texts) {
            return list(texts.of());
        }
        if (type instanceof KeyType.Table table) {
            return Optional.of(table.keys().equals("field") ? "field" : "metric")
                    .map(name -> "names-" + name);
        }
        return Optional.empty();
    }

    /** The id of the list of names of a kind; none where nothing can be offered. */
    static Optional<String> list(Naming naming) {
        return switch (naming) {
            case FIELD, DIMENSION, SCORE, OUTCOME, METRIC, TOOL, VALUE, ZONE ->
                Optional.of("names-" + naming.name().toLowerCase(Locale.ROOT));
            case TEXT, FILTER, FILES, PATTERN, CHARACTER -> Optional.empty();
        };
    }

    private static String range(KeyType type) {
        if (type instanceof KeyType.Whole whole) {
            return NumberText.count(whole.least()) + " to " + NumberText.count(whole.most()) + " " + whole.unit();
        }
        if (type instanceof KeyType.Between between) {
            return Shown.text(between.least()) + " to " + Shown.text(between.most());
        }
        return "";
    }

    private static String yesOrNo(boolean flag) {
        return flag ? "yes" : "no";
    }

    static String otherwise(SchemaKey key) {
        if (key.absent() instanceof Absent.Value value) {
            return value.value() instanceof Boolean flag ? yesOrNo(flag) : Shown.text(value.value());
        }
        return key.absent() instanceof Absent.Meaning meaning ? meaning.words().replace("`", "") : "";
    }
}
