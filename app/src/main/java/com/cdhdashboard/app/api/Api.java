package com.cdhdashboard.app.api;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.api.Endpoint.Parameter;
import com.cdhdashboard.app.audit.AuditedTools;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.Answers;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.core.period.Preset;
import io.javalin.http.HandlerType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All addresses for programs; the server routes them, and their description is made of them. */
public final class Api {
    private static final Map<String, Object> OBJECT = Map.of("type", "object");
    private static final Map<String, Object> OBJECTS = Map.of("type", "array", "items", OBJECT);
    private static final Parameter FILTER =
            new Parameter("filter.DIMENSION", "values of a dimension that count, separated by commas");

    private static final Parameter PERIOD =
            new Parameter(ViewState.PERIOD, "days up to the last one of the data: " + String.join(", ", Preset.keys()));

    private static final Parameter COMPARE = new Parameter(
            ViewState.COMPARE,
            ViewState.PREVIOUS + " adds the period before, told apart by the dimension Period; other days by "
                    + ViewState.COMPARE_FROM + " and " + ViewState.COMPARE_TO);

    private final List<Endpoint> endpoints = new ArrayList<>();

    /** @param folder where bundles are written before they are sent */
    public Api(Workspace workspace, Answers answers, Path folder, AuditedTools tools) {
        metrics(new ApiHandler(workspace, answers));
        reports(new ApiHandler(workspace, answers));
        endpoints.add(Endpoint.get(
                Urls.BUNDLE,
                "All imported data as a bundle, a file to save",
                List.of(
                        new Parameter("metric", "metrics, separated by commas; all without"),
                        new Parameter("from", "first day"),
                        new Parameter("to", "last day"),
                        new Parameter("customers", "false leaves out customers with their ids"),
                        new Parameter("source", "what the data are called")),
                Map.of("type", "string", "format", "binary"),
                new BundleHandler(workspace, folder)::send));
        tools(new ToolsHandler(workspace, tools));
        OpenApi description = new OpenApi(endpoints, tools.tools());
        endpoints.add(Endpoint.get(
                Urls.OPENAPI,
                "This description",
                List.of(),
                OBJECT,
                context -> Respond.json(context, description.of(Respond.mount(context)))));
    }

    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    private void metrics(ApiHandler api) {
        endpoints.add(Endpoint.get(Urls.STATUS, "What is loaded", List.of(), OBJECT, api::status));
        endpoints.add(Endpoint.get(
                Urls.API + "/metrics",
                "The metrics with their dimensions and scores",
                List.of(),
                OBJECTS,
                api::metrics));
        endpoints.add(Endpoint.get(
                Urls.API + "/metrics/{metric}",
                "The scores of a metric, for all data or by group; of a metric over customers one object a customer",
                List.of(
                        new Parameter("group_by", "dimensions, separated by commas"),
                        new Parameter("scores", "only these scores"),
                        new Parameter("property", "column that is looked at"),
                        FILTER,
                        PERIOD,
                        COMPARE,
                        new Parameter("limit", "customers: how many rows"),
                        new Parameter("offset", "customers: after how many rows"),
                        new Parameter("sort", "customers: column to sort by, downwards with a minus before it"),
                        new Parameter("search", "customers: text within the id"),
                        new Parameter("format", "json, csv or object")),
                OBJECTS,
                api::metric));
    }

    private void reports(ApiHandler api) {
        endpoints.add(Endpoint.get(Urls.API + "/reports", "The reports", List.of(), OBJECTS, api::reports));
        endpoints.add(Endpoint.get(
                Urls.API + "/reports/<key>",
                "A report: table, cards, controls and figure",
                List.of(
                        FILTER,
                        PERIOD,
                        COMPARE,
                        new Parameter("CONTROL", "a control of the report by its name"),
                        new Parameter("format", "json, csv or figure")),
                OBJECT,
                api::report));
    }

    private void tools(ToolsHandler tools) {
        endpoints.add(Endpoint.get(
                Urls.TOOLS, "The tools with a JSON Schema of what each takes", List.of(), OBJECTS, tools::list));
        endpoints.add(Endpoint.get(
                Urls.TOOLS + "/{tool}",
                "Asks a tool by the address",
                List.of(new Parameter("arguments", "a JSON object")),
                OBJECT,
                tools::get));
        endpoints.add(
                new Endpoint(HandlerType.POST, Urls.TOOLS + "/{tool}", "Asks a tool", List.of(), OBJECT, tools::post));
    }
}
