package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.cube.notation.QuotedList;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of an address as the keys of a report. */
final class AdHocParameters {
    static final String SCORES = "scores";

    private AdHocParameters() {}

    static Map<String, Object> keys(Map<String, List<String>> parameters) {
        Map<String, Object> keys = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (isList(name)) {
                keys.put(name, texts(name, values));
            } else if (table(name).isPresent()) {
                put(keys, table(name).get(), name, one(name, values));
            } else if (!values.isEmpty()) {
                keys.put(name, one(name, values));
            }
        });
        return keys;
    }

    private static boolean isList(String name) {
        return name.equals(SCORES)
                || type(name).filter(KeyType.Texts.class::isInstance).isPresent();
    }

    private static Optional<KeyType> type(String name) {
        return ConfigurationKeys.REPORTS.key(name).map(key -> key.type());
    }

    /** The key of a table, of which the parameter names a cell. */
    private static Optional<String> table(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(name.substring(0, dot))
                        .filter(key -> type(key)
                                .filter(KeyType.Table.class::isInstance)
                                .isPresent());
    }

    private static void put(Map<String, Object> keys, String table, String name, String text) {
        Map<String, Object> cells = new LinkedHashMap<>();
        if (keys.get(table) instanceof Map<?, ?> before) {
            before.forEach((cell, value) -> cells.put(String.valueOf(cell), value));
        }
        cells.put(name.substring(table.length() + 1), ChosenSettings.number(text));
        keys.put(table, cells);
    }

    private static List<String> texts(String name, List<String> values) {
        List<String> texts = new ArrayList<>();
        for (String value : values) {
            try {
                QuotedList.parse(value).stream().filter(text -> !text.isEmpty()).forEach(texts::add);
            } catch (IllegalArgumentException e) {
                throw new UserException(UserException.Kind.USER, name + ": " + e.getMessage() + ": " + value, e);
            }
        }
        return texts;
    }

    private static String one(String name, List<String> values) {
        if (new LinkedHashSet<>(values).size() > 1) {
            throw new UserException(
                    name + " is said " + values.size() + " times: " + String.join(", ", values) + ". Say it once.");
        }
        return values.get(0);
    }
}
