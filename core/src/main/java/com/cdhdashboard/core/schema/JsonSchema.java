package com.cdhdashboard.core.schema;

import static com.cdhdashboard.core.schema.JsonTypes.json;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Need;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The schema as JSON Schema (draft 7), by which editors complete and check configurations. It accepts what is read
 * without an error, as far as types can say it: expressions, names of fields and metrics, and what one key says of
 * another are left to {@code validate}.
 */
public final class JsonSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private JsonSchema() {}

    /** The schema as maps, lists, texts and numbers, ready to be written. */
    public static Map<String, Object> of() {
        Map<String, Object> json = json("$schema", DRAFT);
        json.putAll(object(ConfigurationKeys.FILE, key -> section(List.of(key.name()))));
        json.put("title", "Configuration of CDH Dashboard");
        return json;
    }

    private static Map<String, Object> section(List<String> path) {
        if (path.equals(List.of("metrics"))) {
            return metrics();
        }
        if (path.equals(List.of("reports"))) {
            return json("type", "object", "additionalProperties", ReportJson.report());
        }
        SchemaSection section = Schema.section(path).orElseThrow();
        return object(section, key -> {
            List<String> below = new ArrayList<>(path);
            below.add(key.name());
            return key.type() instanceof KeyType.Nested ? section(below) : JsonTypes.of(key);
        });
    }

    private static Map<String, Object> metrics() {
        Map<String, Object> json = object(ConfigurationKeys.METRICS, JsonTypes::of);
        Map<String, Object> families = new LinkedHashMap<>();
        for (Family family : Family.values()) {
            families.put("^" + family.prefix(), metric(family));
        }
        json.put("patternProperties", families);
        return json;
    }

    private static Map<String, Object> metric(Family family) {
        SchemaSection section = Schema.metric(family);
        Map<String, Object> json = object(section, JsonTypes::of);
        Set<String> ofOthers = new LinkedHashSet<>();
        for (Family other : Family.values()) {
            ofOthers.addAll(ConfigurationKeys.of(other).names());
        }
        section.names().forEach(ofOthers::remove);
        json.put(
                "patternProperties",
                json(
                        "^(" + String.join("|", ofOthers) + ")$",
                        json("description", "A key of other families, without effect here.", "deprecated", true)));
        return json;
    }

    /** A table with the keys of a section and no others. */
    static Map<String, Object> object(SchemaSection section, Function<SchemaKey, Map<String, Object>> types) {
        Map<String, Object> properties = new LinkedHashMap<>();
        section.keys().forEach(key -> properties.put(key.name(), described(key, types.apply(key))));
        List<String> required = section.keys().stream()
                .filter(SchemaKey::isRequired)
                .map(SchemaKey::name)
                .toList();
        Map<String, Object> json = json("title", section.title(), "type", "object", "properties", properties);
        json.put("additionalProperties", false);
        if (!required.isEmpty()) {
            json.put("required", required);
            json.put("x-taplo", json("initKeys", required));
        }
        return json;
    }

    /** A type with what editors show beside it. */
    static Map<String, Object> described(SchemaKey key, Map<String, Object> type) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", description(key));
        json.putAll(type);
        key.otherwise().ifPresent(value -> json.put("default", value));
        String example = key.help().example();
        if (!example.isEmpty()) {
            json.put("examples", List.of(written(TomlText.valueOf(example))));
        }
        if (!key.hasEffect()) {
            json.put("deprecated", true);
        }
        return json;
    }

    /** A date is a text in JSON. */
    private static Object written(Object value) {
        return value instanceof LocalDate ? value.toString() : value;
    }

    private static String description(SchemaKey key) {
        String meaning = SchemaWords.sentence(SchemaWords.plain(key.meaning()));
        return key.need() == Need.IMPORT ? meaning + " A change needs an import." : meaning;
    }
}
