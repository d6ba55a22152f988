package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The metrics that can be asked about. */
final class ListMetrics implements Tool {
    @Override
    public String name() {
        return "list_metrics";
    }

    @Override
    public String description() {
        return "Lists the metrics with their dimensions and scores, and the days that the data cover. Ask this first.";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters().json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode arguments) {
        Withheld withheld = Withheld.of(now);
        ObjectNode content = Content.object();
        ArrayNode metrics = content.putArray("metrics");
        now.metrics().stream()
                .filter(metric -> !withheld.isWithheld(metric))
                .forEach(metric -> metrics.add(ofInteractions(metric, now, withheld)));
        now.customerMetrics().forEach(metric -> metrics.add(ofCustomers(metric, now, withheld)));
        now.loaded().from().ifPresent(day -> content.put("from", day.toString()));
        now.loaded().to().ifPresent(day -> content.put("to", day.toString()));
        return Answers.of(content, now, "/reports");
    }

    private static ObjectNode ofInteractions(Metric metric, Snapshot now, Withheld withheld) {
        ObjectNode object = MetricWords.named(now, metric.config());
        object.set("dimensions", Content.array(withheld.told(metric.grain())));
        if (!metric.properties().isEmpty()) {
            object.set("properties", Content.array(withheld.told(metric.properties())));
        }
        object.set("scores", Content.array(metric.config().common().scores()));
        return object.put("has_data", now.cubes().schema(metric.name()).isPresent());
    }

    private static ObjectNode ofCustomers(CustomerMetric metric, Snapshot now, Withheld withheld) {
        ObjectNode object = MetricWords.named(now, metric.config());
        object.set("dimensions", Content.array(withheld.told(metric.grain())));
        object.put("ask_with", QueryCustomers.NAME);
        return object.put("has_data", now.customers().schema(metric.name()).isPresent());
    }
}
