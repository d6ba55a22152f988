package com.cdhdashboard.app.cli.config;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.core.schema.JsonSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of configurations, by which editors complete and check them.")
final class SchemaCommand implements Callable<Integer> {
    private final PrintWriter out;

    SchemaCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.println(Json.indented(JsonSchema.of()));
        return 0;
    }
}
