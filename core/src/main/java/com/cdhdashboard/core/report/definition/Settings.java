package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.read.Flag;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a report whose keys have been checked. */
public record Settings(Map<String, Object> values) {
    public static final List<String> SCALES = List.of("linear", "log");
    public static final List<String> FORMS = List.of("line", "bar");
    static final KeyType.Whole HEIGHT = (KeyType.Whole)
            ConfigurationKeys.REPORTS.key("height").orElseThrow().type();

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    /** What menus of other tools write for "none". */
    private static final String NONE = "---";

    boolean isAbsent(String key) {
        Object value = values.get(key);
        return value == null || value.equals("") || value.equals(NONE) || value.equals(List.of());
    }

    public Optional<String> text(String key) {
        return isAbsent(key)
                ? Optional.empty()
                : Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    /** A text the checks have made sure of. */
    public String requiredText(String key) {
        return text(key).orElseThrow(() -> new IllegalStateException("unchecked report: no " + key));
    }

    public boolean flag(String key, boolean otherwise) {
        return Optional.ofNullable(values.get(key)).flatMap(Flag::read).orElse(otherwise);
    }

    /** The text set, or what the key means where it is absent. */
    public String choice(Key key) {
        return key.allowed() instanceof Allowed.OneOf oneOf
                ? text(key.name()).orElse(oneOf.values().get(0))
                : text(key.name()).orElse("");
    }

    /** The number set, or what the key means where it is absent. */
    public double number(Key key) {
        if (!(key.allowed() instanceof Allowed.Between between)) {
            throw new IllegalArgumentException(key.name() + " is no number");
        }
        return number(values.get(key.name())).orElse(between.otherwise());
    }

    /** A number, or the text of one; empty for anything else. */
    static OptionalDouble number(@Nullable Object value) {
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        return value instanceof String text && NUMBER.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    public OptionalInt height() {
        return values.get("height") instanceof Long pixels
                ? OptionalInt.of(Math.toIntExact(pixels))
                : OptionalInt.empty();
    }

    public Map<String, Double> targets(String key) {
        Map<String, Double> targets = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((group, target) -> {
                if (target instanceof Number number) {
                    targets.put(group.toString(), number.doubleValue());
                }
            });
        }
        return targets;
    }

    /** A list of texts the checks have made sure of. */
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
