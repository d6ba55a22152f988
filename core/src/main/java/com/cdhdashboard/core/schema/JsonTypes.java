package com.cdhdashboard.core.schema;

import com.cdhdashboard.core.config.read.Flag;
import com.cdhdashboard.core.config.schema.Absent;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types of keys as JSON Schema. What is read also in an older way, such as flags in words, is a pattern beside what is
 * meant, so that editors accept it and do not offer it.
 */
final class JsonTypes {
    private static final Map<String, Object> SAYS_SOMETHING = text("\\S");
    private static final Map<String, Object> NONE = text("^(\\s*|---)$");
    private static final Map<String, Object> NUMBER_IN_QUOTES = text("^(-?\\d{1,15}(\\.\\d{1,15})?|---|)$");
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    /** Names that stand for something, so that an empty text is an error. */
    private static final Set<Naming> NEVER_BLANK = Set.of(Naming.FILES, Naming.METRIC, Naming.FIELD);

    private JsonTypes() {}

    static Map<String, Object> of(SchemaKey key) {
        KeyType type = key.type();
        if (type instanceof KeyType.Texts texts && key.isRequired()) {
            return list(texts, key.absent().equals(Absent.REQUIRED_MAY_BE_EMPTY) ? 0 : 1);
        }
        return of(type);
    }

    /** A key of a report that is optional may say none. */
    static Map<String, Object> orNone(SchemaKey key) {
        Map<String, Object> json = of(key);
        boolean isText = key.type() instanceof KeyType.Text || key.type() instanceof KeyType.Choice;
        return isText && !key.isRequired() && !json.equals(TEXT) ? anyOf(json, NONE) : json;
    }

    private static Map<String, Object> of(KeyType type) {
        if (type instanceof KeyType.Text text) {
            return text(text);
        }
        if (type instanceof KeyType.Texts texts) {
            return list(texts, 0);
        }
        if (type instanceof KeyType.Choice choice) {
            return choice(choice);
        }
        if (type instanceof KeyType.Either either) {
            return Map.of("anyOf", either.types().stream().map(JsonTypes::of).toList());
        }
        if (type instanceof KeyType.Table table) {
            return json("type", "object", "additionalProperties", cells(table.values()));
        }
        return number(type);
    }

    private static Map<String, Object> number(KeyType type) {
        if (type instanceof KeyType.Whole whole) {
            return json("type", "integer", "minimum", whole.least(), "maximum", whole.most());
        }
        if (type instanceof KeyType.Decimal) {
            return anyOf(json("type", "number"), NUMBER_IN_QUOTES);
        }
        if (type instanceof KeyType.Between between) {
            return anyOf(
                    json("type", "number", "minimum", between.least(), "maximum", between.most()), NUMBER_IN_QUOTES);
        }
        if (type instanceof KeyType.OneOfNumbers numbers) {
            return anyOf(json("enum", numbers.allowed()), NUMBER_IN_QUOTES);
        }
        return other(type);
    }

    private static Map<String, Object> other(KeyType type) {
        if (type instanceof KeyType.Flag) {
            return anyOf(json("type", List.of("boolean", "integer")), inAnyCase(Flag.words()));
        }
        if (type instanceof KeyType.Day) {
            return text("^\\d{4}-\\d{2}-\\d{2}$");
        }
        if (type instanceof KeyType.Expression expression) {
            return expression.list() ? anyOf(TEXT, json("type", "array", "items", TEXT)) : TEXT;
        }
        return Map.of();
    }

    private static Map<String, Object> text(KeyType.Text text) {
        if (!text.offered().isEmpty()) {
            return text.open() ? anyOf(json("enum", text.offered()), TEXT) : json("enum", text.offered());
        }
        return NEVER_BLANK.contains(text.of()) ? SAYS_SOMETHING : TEXT;
    }

    private static Map<String, Object> list(KeyType.Texts texts, int least) {
        Map<String, Object> items = texts.offered().isEmpty() ? TEXT : anyOf(json("enum", texts.offered()), TEXT);
        return least == 0
                ? json("type", "array", "items", items)
                : json("type", "array", "items", items, "minItems", least);
    }

    private static Map<String, Object> choice(KeyType.Choice choice) {
        Map<String, Object> allowed = json("enum", choice.allowed());
        return switch (choice.strictness()) {
            case ERROR -> allowed;
            case WARNING -> anyOf(allowed, TEXT);
            case ERROR_IN_ANY_CASE -> anyOf(allowed, inAnyCase(choice.allowed()));
        };
    }

    private static Map<String, Object> cells(KeyType.Cells cells) {
        return switch (cells) {
            case TEXT -> TEXT;
            case NUMBER -> json("type", "number");
            case VALUE -> json("type", List.of("string", "number", "boolean"));
            case CODES -> json("type", "array", "items", text("^[1-4]{3}$"));
        };
    }

    private static Map<String, Object> inAnyCase(List<String> words) {
        return text(words.stream().map(JsonTypes::inAnyCase).collect(Collectors.joining("|", "^\\s*(", ")\\s*$")));
    }

    /** A pattern of the same letters, large or small; JSON Schema knows no flags of patterns. */
    private static String inAnyCase(String word) {
        StringBuilder pattern = new StringBuilder();
        for (char letter : word.toLowerCase(Locale.ROOT).toCharArray()) {
            pattern.append(
                    Character.isLetter(letter)
                            ? "[" + letter + Character.toUpperCase(letter) + "]"
                            : String.valueOf(letter));
        }
        return pattern.toString();
    }

    private static Map<String, Object> text(String pattern) {
        return json("type", "string", "pattern", pattern);
    }

    private static Map<String, Object> anyOf(Map<String, Object> first, Map<String, Object> second) {
        return Map.of("anyOf", List.of(first, second));
    }

    /** An object of names, each followed by its value, in this order. */
    static Map<String, Object> json(Object... namesAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return json;
    }
}
