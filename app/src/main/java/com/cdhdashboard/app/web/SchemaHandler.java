package com.cdhdashboard.app.web;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.schema.JsonSchema;
import io.javalin.http.Context;

/** Serves the JSON Schema of configurations, which editors fetch. */
final class SchemaHandler {
    private final String schema = Json.indented(JsonSchema.of());

    void send(Context context) {
        context.contentType("application/schema+json; charset=utf-8").result(schema);
    }
}
