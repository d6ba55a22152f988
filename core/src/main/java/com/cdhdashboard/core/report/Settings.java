package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.Flag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the settings of a report whose keys have been checked. */
record Settings(Map<String, Object> values) {
    static final int LEAST_HEIGHT = 100;
    static final int MOST_HEIGHT = 4000;
    static final List<String> SCALES = List.of("linear", "log");
    static final List<String> FORMS = List.of("line", "bar");

    /** What menus of other tools write for "none". */
    private static final String NONE = "---";

    boolean isAbsent(String key) {
        Object value = values.get(key);
        return value == null || value.equals("") || value.equals(NONE) || value.equals(List.of());
    }

    Optional<String> text(String key) {
        return isAbsent(key)
                ? Optional.empty()
                : Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    /** A text the checks have made sure of. */
    String requiredText(String key) {
        return text(key).orElseThrow(() -> new IllegalStateException("unchecked report: no " + key));
    }

    boolean flag(String key, boolean otherwise) {
        return Optional.ofNullable(values.get(key)).flatMap(Flag::read).orElse(otherwise);
    }

    OptionalInt height() {
        return values.get("height") instanceof Long pixels
                ? OptionalInt.of(Math.toIntExact(pixels))
                : OptionalInt.empty();
    }

    Map<String, Double> targets(String key) {
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

    /** The texts of these keys that are set, each once, in order. */
    List<String> distinct(String... keys) {
        List<String> found = new ArrayList<>();
        for (String key : keys) {
            text(key).filter(name -> !found.contains(name)).ifPresent(found::add);
        }
        return found;
    }
}
