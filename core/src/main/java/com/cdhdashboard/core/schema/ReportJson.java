package com.cdhdashboard.core.schema;

import static com.cdhdashboard.core.schema.JsonTypes.json;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Capability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as JSON Schema: the keys of all kinds, and a condition for each that says what the kind makes of them. */
final class ReportJson {
    private static final List<String> OF_EVERY_REPORT = List.of("metric", "description");

    private ReportJson() {}

    static Map<String, Object> report() {
        Map<String, Object> json = JsonSchema.object(ConfigurationKeys.REPORTS, JsonTypes::orNone);
        json.put("required", OF_EVERY_REPORT);
        json.put("x-taplo", json("initKeys", List.of("metric", "type", "description")));
        List<Map<String, Object>> conditions = new ArrayList<>();
        for (Family family : Family.values()) {
            conditions.add(types(family));
        }
        ReportKinds.table().rows().forEach(row -> conditions.add(kind(row)));
        json.put("allOf", conditions);
        return json;
    }

    private static Map<String, Object> types(Family family) {
        List<String> types =
                Schema.reports(family).stream().map(row -> row.kind().type()).toList();
        Map<String, Object> then = json("properties", json("type", json("enum", types)));
        if (family != Family.EXPERIMENT) {
            then.put("required", List.of("type"));
        }
        return json("if", json("required", List.of("metric"), "properties", json("metric", of(family))), "then", then);
    }

    private static Map<String, Object> of(Family family) {
        return json("type", "string", "pattern", "^" + family.prefix());
    }

    private static Map<String, Object> kind(Capability row) {
        Map<String, Object> named = json(
                "metric", of(row.family()), "type", json("const", row.kind().type()));
        boolean byDefault =
                row.family() == Family.EXPERIMENT && row.kind().type().equals("line");
        List<String> said = byDefault ? List.of("metric") : List.of("metric", "type");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (SchemaKey key : ReportSection.of(row).keys()) {
            if (row.key(key.name()).isPresent()) {
                properties.put(key.name(), JsonSchema.described(key, JsonTypes.orNone(key)));
            }
            if (key.isRequired()) {
                required.add(key.name());
            }
        }
        Capability.Groups groups = row.groups();
        if (groups.least() > 0) {
            properties.put("group_by", json("minItems", groups.least(), "maxItems", groups.most()));
        }
        return json(
                "if",
                json("required", said, "properties", named),
                "then",
                json("title", row.kind().title(), "properties", properties, "required", required));
    }
}
