package com.cdhdashboard.core.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Values of TOML as JSON has them; dates are texts. */
public final class TomlValue {
    private static final String KEY = "value";

    private TomlValue() {}

    /** A value as it stands in a file behind the equals sign. */
    static Object of(String toml) {
        TomlParseResult parsed = Toml.parse(KEY + " = " + toml);
        if (parsed.hasErrors() || !parsed.contains(KEY)) {
            throw new IllegalArgumentException(toml + " is no value of TOML: " + parsed.errors());
        }
        return json(Objects.requireNonNull(parsed.get(KEY)));
    }

    private static Object json(Object value) {
        if (value instanceof TomlArray list) {
            return list.toList().stream().map(TomlValue::json).toList();
        }
        if (value instanceof TomlTable table) {
            return table(table);
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** The whole of a table. */
    static Map<String, Object> table(TomlTable table) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            json.put(key, json(Objects.requireNonNull(table.get(List.of(key)))));
        }
        return json;
    }
}
