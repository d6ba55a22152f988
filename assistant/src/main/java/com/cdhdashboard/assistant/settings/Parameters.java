package com.cdhdashboard.assistant.settings;

import com.cdhdashboard.core.config.read.Section;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Parameters of requests that are passed on as they are. */
final class Parameters {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What the program says itself: a file that says it could change what is asked. */
    private static final List<String> OURS = List.of(
            "model",
            "messages",
            "input",
            "instructions",
            "system",
            "contents",
            "systemInstruction",
            "tools",
            "stream",
            "response_format",
            "format");

    /** No parameters of a request, but how it is made. */
    private static final List<String> BESIDE =
            List.of("timeout", "num_retries", "api_base", "api_version", "custom_llm_provider");

    private static final List<String> SECRETS = List.of("api_key", "headers", "extra_headers");

    /** Of the library that other dashboards ask by: it leaves out options that a model does not know, as is done here. */
    private static final List<String> UNNEEDED =
            List.of("drop_params", "additional_drop_params", "allowed_openai_params", "modify_params");

    private Parameters() {}

    static ObjectNode of(Section table) {
        ObjectNode all = JSON.objectNode();
        for (String key : table.keys()) {
            if (OURS.contains(key)) {
                table.error(key, "is what the program sends itself; remove it");
            } else if (SECRETS.contains(key)) {
                table.error(
                        key,
                        "may hold a key, which belongs into no request by way of this file; name its variable with"
                                + " api_key_env_var, or its file with api_key_file");
            } else if (BESIDE.contains(key)) {
                table.warning(key, "has no effect here; write it beside " + ModelKeys.EXTRA + ", not in it");
            } else if (!UNNEEDED.contains(key)) {
                table.value(key).ifPresent(value -> all.set(key, json(value)));
            }
        }
        return all;
    }

    private static JsonNode json(Object value) {
        if (value instanceof TomlTable table) {
            ObjectNode object = JSON.objectNode();
            table.keySet().forEach(key -> object.set(key, json(cell(table, key))));
            return object;
        }
        if (value instanceof TomlArray list) {
            ArrayNode array = JSON.arrayNode();
            list.toList().forEach(each -> array.add(json(each)));
            return array;
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        return value instanceof Double number && Double.isFinite(number)
                ? JSON.numberNode(number)
                : JSON.textNode(value.toString());
    }

    private static Object cell(TomlTable table, String key) {
        Object value = table.get(List.of(key));
        return value == null ? "" : value;
    }
}
