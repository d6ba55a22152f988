package com.cdhdashboard.app.api;

import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.assistant.tool.Tool;
import com.cdhdashboard.assistant.tool.Tools;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes the addresses for programs by OpenAPI 3.1, so that clients of it can be made. */
final class OpenApi {
    private static final String VERSION = "3.1.0";
    private static final String SCHEMA = "schema";
    private static final String DESCRIPTION = "description";
    private static final Pattern PLACE = Pattern.compile("[{<]([a-z]+)[}>]");
    private static final ObjectMapper MAPS = new ObjectMapper();
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final List<Endpoint> endpoints;
    private final Tools tools;

    /** @param endpoints may grow until the description is asked for */
    OpenApi(List<Endpoint> endpoints, Tools tools) {
        this.endpoints = endpoints;
        this.tools = tools;
    }

    Map<String, Object> of(Mount mount) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            boolean ofTool = endpoint.path().startsWith(Urls.TOOLS + "/");
            if (ofTool) {
                tools.list().forEach(tool -> add(paths, mount, tool, endpoint));
            } else {
                add(paths, mount.address(path(endpoint.path())), operation(endpoint, operationId(endpoint)), endpoint);
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", VERSION);
        document.put(
                "info",
                ordered(
                        "title",
                        "cdhdashboard",
                        "version",
                        "1",
                        DESCRIPTION,
                        "Numbers of Customer Decision Hub. Read only."));
        document.put("paths", paths);
        document.put("components", components());
        document.put("security", List.of(Map.of(), Map.of("password", List.of())));
        return document;
    }

    private static void add(Map<String, Object> paths, Mount mount, Tool tool, Endpoint endpoint) {
        boolean post = endpoint.method().equals(HandlerType.POST);
        Map<String, Object> operation = operation(endpoint, post ? tool.name() : tool.name() + "_by_address");
        operation.put("summary", tool.description());
        operation.put("parameters", query(endpoint));
        if (post) {
            operation.put(
                    "requestBody",
                    ordered("required", true, "content", json(MAPS.convertValue(tool.parameters(), Map.class))));
        }
        add(paths, mount.address(Urls.TOOLS + "/" + tool.name()), operation, endpoint);
    }

    @SuppressWarnings("unchecked") // nothing else is ever put there
    private static void add(Map<String, Object> paths, String path, Map<String, Object> operation, Endpoint endpoint) {
        Map<String, Object> methods =
                (Map<String, Object>) paths.computeIfAbsent(path, none -> new LinkedHashMap<String, Object>());
        methods.put(endpoint.method().toString().toLowerCase(Locale.ROOT), operation);
    }

    private static Map<String, Object> operation(Endpoint endpoint, String id) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id);
        operation.put("summary", endpoint.summary());
        List<Object> parameters = new ArrayList<>();
        Matcher places = PLACE.matcher(endpoint.path());
        while (places.find()) {
            parameters.add(ordered("name", places.group(1), "in", "path", "required", true, SCHEMA, TEXT));
        }
        parameters.addAll(query(endpoint));
        operation.put("parameters", parameters);
        operation.put(
                "responses",
                ordered(
                        "200",
                        ordered(DESCRIPTION, "The answer", "content", json(endpoint.answer())),
                        "default",
                        ordered(
                                DESCRIPTION,
                                "Why there is none",
                                "content",
                                json(Map.of("$ref", "#/components/schemas/Error")))));
        return operation;
    }

    private static List<Object> query(Endpoint endpoint) {
        List<Object> parameters = new ArrayList<>();
        endpoint.parameters()
                .forEach(parameter -> parameters.add(ordered(
                        "name", parameter.name(), "in", "query", DESCRIPTION, parameter.meaning(), SCHEMA, TEXT)));
        return parameters;
    }

    private static Map<String, Object> json(Object schema) {
        return Map.of("application/json", Map.of(SCHEMA, schema));
    }

    private static String path(String routed) {
        return routed.replace('<', '{').replace('>', '}');
    }

    private static String operationId(Endpoint endpoint) {
        return endpoint.path()
                .substring(Urls.API.length() + 1)
                .replaceAll("[^a-z]+", "_")
                .replaceAll("_$", "");
    }

    private static Map<String, Object> components() {
        Map<String, Object> error = ordered(
                "type",
                "object",
                "properties",
                Map.of(
                        "error",
                        ordered(
                                "type",
                                "object",
                                "properties",
                                ordered("status", Map.of("type", "integer"), "message", TEXT))));
        return ordered(
                "schemas",
                Map.of("Error", error),
                "securitySchemes",
                Map.of("password", ordered("type", "http", "scheme", "basic")));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
