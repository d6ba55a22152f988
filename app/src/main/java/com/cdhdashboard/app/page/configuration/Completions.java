package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of every table and the values that they take, for the editor of the text. */
final class Completions {
    private static final List<List<String>> TABLES = List.of(
            List.of(),
            List.of("copyright"),
            List.of("ux"),
            List.of("ih"),
            List.of("ih", "limits"),
            List.of("ih", "extensions"),
            List.of("holdings"),
            List.of("holdings", "extensions"),
            List.of("metrics"),
            List.of("variants"),
            List.of("chat_with_data"),
            List.of("assistant"));

    private Completions() {}

    /** By the path of the table; a family stands for its metrics, and {@code reports.*} for every report. */
    static Map<String, Object> all() {
        Map<String, Object> tables = new LinkedHashMap<>();
        for (List<String> path : TABLES) {
            Schema.section(path).ifPresent(section -> tables.put(String.join(".", path), keys(section)));
        }
        for (Family family : Family.values()) {
            tables.put("metrics." + family.prefix(), keys(Schema.metric(family)));
        }
        Schema.section(List.of("reports", "any")).ifPresent(section -> tables.put("reports.*", keys(section)));
        return tables;
    }

    private static List<Map<String, Object>> keys(SchemaSection section) {
        List<Map<String, Object>> keys = new ArrayList<>();
        for (SchemaKey key : section.keys()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("key", key.name());
            entry.put("table", key.type() instanceof KeyType.Nested);
            entry.put("help", key.meaning());
            entry.put("values", values(key.type()).toList());
            entry.put("fields", namesFields(key.type()));
            keys.add(entry);
        }
        return keys;
    }

    /** Whether the key takes names of the data's fields. */
    private static boolean namesFields(KeyType type) {
        return (type instanceof KeyType.Text text && isField(text.of()))
                || (type instanceof KeyType.Texts texts && isField(texts.of()));
    }

    private static boolean isField(Naming naming) {
        return naming == Naming.FIELD || naming == Naming.DIMENSION;
    }

    /** As they are written. */
    private static Stream<String> values(KeyType type) {
        if (type instanceof KeyType.Flag) {
            return Stream.of("true", "false");
        }
        if (type instanceof KeyType.Choice choice) {
            return choice.allowed().stream().map(value -> "\"" + value + "\"");
        }
        if (type instanceof KeyType.Texts texts) {
            return texts.offered().stream().map(value -> "\"" + value + "\"");
        }
        if (type instanceof KeyType.OneOfNumbers numbers) {
            return numbers.allowed().stream().map(String::valueOf);
        }
        return type instanceof KeyType.Either either
                ? either.types().stream().flatMap(Completions::values)
                : Stream.empty();
    }
}
