package com.cdhdashboard.core.schema;

import com.cdhdashboard.core.config.schema.Absent;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.SchemaKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types and defaults of keys in words, as Markdown. */
public final class SchemaWords {
    private SchemaWords() {}

    /** The values that a key takes, such as {@code true or false}. */
    public static String type(KeyType type) {
        if (type instanceof KeyType.Either either) {
            return either.types().stream().map(SchemaWords::type).collect(Collectors.joining(", or "));
        }
        if (type instanceof KeyType.Text text) {
            return text.of().one();
        }
        if (type instanceof KeyType.Texts texts) {
            return "list of " + texts.of().many();
        }
        if (type instanceof KeyType.Choice choice) {
            return or(choice.allowed().stream().map(SchemaWords::quoted).toList());
        }
        if (type instanceof KeyType.Table table) {
            return "table: " + table.keys() + " to " + table.values().words();
        }
        return number(type);
    }

    private static String number(KeyType type) {
        if (type instanceof KeyType.Whole whole) {
            return "whole number of " + whole.unit() + ", " + whole.least() + " to " + whole.most();
        }
        if (type instanceof KeyType.OneOfNumbers numbers) {
            return or(numbers.allowed().stream().map(String::valueOf).toList());
        }
        if (type instanceof KeyType.Between between) {
            return digits(between.least()) + " to " + digits(between.most());
        }
        return type instanceof KeyType.Decimal ? "number" : other(type);
    }

    private static String other(KeyType type) {
        if (type instanceof KeyType.Expression expression) {
            return expression.list() ? "text of a list of expressions, or a list of such texts" : "expression";
        }
        if (type instanceof KeyType.Flag) {
            return "true or false";
        }
        if (type instanceof KeyType.Day) {
            return "date, also as text `\"YYYY-MM-DD\"`";
        }
        return type instanceof KeyType.Nested ? "table" : "anything";
    }

    /** What holds where a key is left out, such as {@code required} or {@code `180000`}. */
    public static String absent(SchemaKey key) {
        if (key.absent() instanceof Absent.Required required) {
            return required.mayBeEmpty() ? "required, may be empty" : "required";
        }
        if (key.absent() instanceof Absent.Meaning meaning) {
            return meaning.words();
        }
        Object value = key.otherwise().orElseThrow();
        return value.equals("") ? "empty" : "`" + toml(value) + "`";
    }

    /** The meaning as a sentence. */
    public static String sentence(String meaning) {
        return meaning.substring(0, 1).toUpperCase(Locale.ROOT)
                + meaning.substring(1)
                + (meaning.endsWith(".") ? "" : ".");
    }

    /** Without the signs of Markdown. */
    public static String plain(String markdown) {
        return markdown.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1").replace("`", "");
    }

    /** A value as it stands in a file. */
    private static String toml(Object value) {
        if (!(value instanceof String text)) {
            return value.toString();
        }
        return text.contains("\"") || text.contains("\\") ? "'" + text + "'" : "\"" + text + "\"";
    }

    private static String quoted(String value) {
        return "`\"" + value + "\"`";
    }

    private static String digits(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String or(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
