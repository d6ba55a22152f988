package com.cdhdashboard.app.api;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;

/**
 * An address for programs, and what its description says of it.
 *
 * @param path as it is routed: {@code {metric}} is one segment, {@code <key>} may be several
 * @param answer JSON Schema of the answer
 */
public record Endpoint(
        HandlerType method,
        String path,
        String summary,
        List<Parameter> parameters,
        Map<String, Object> answer,
        Handler handler) {
    public Endpoint {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        requireNonNull(summary, "summary");
        parameters = List.copyOf(parameters);
        requireNonNull(answer, "answer");
        requireNonNull(handler, "handler");
    }

    /** A parameter of the query. */
    public record Parameter(String name, String meaning) {}

    static Endpoint get(
            String path, String summary, List<Parameter> parameters, Map<String, Object> answer, Handler handler) {
        return new Endpoint(HandlerType.GET, path, summary, parameters, answer, handler);
    }
}
