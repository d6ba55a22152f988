package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.question.MetricQuestion;
import com.cdhdashboard.assistant.question.Parameters;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One metric in full: its dimensions, what each score means, when one is not available. */
final class DescribeMetric implements Tool {
    @Override
    public String name() {
        return "describe_metric";
    }

    @Override
    public String description() {
        return "Describes one metric: what it counts, its dimensions, and of every score the definition, formula, unit and"
                + " when it is not available.";
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .required(MetricQuestion.METRIC, Parameters.text("name of a metric, as list_metrics tells"))
                .json();
    }

    @Override
    public ToolAnswer answer(Snapshot now, ObjectNode arguments) {
        String name = arguments.path(MetricQuestion.METRIC).asText();
        Optional<CustomerMetric> customers = now.customerMetrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst();
        return customers
                .map(metric -> ofCustomers(now, metric))
                .orElseGet(() -> ofInteractions(now, MetricQuestion.metric(now, name)));
    }

    private static ToolAnswer ofInteractions(Snapshot now, Metric metric) {
        ObjectNode content = MetricWords.named(now, metric.config());
        Withheld withheld = Withheld.of(now);
        metric.responses().ifPresent(responses -> outcomes(content, responses));
        Optional<CubeSchema> schema = now.cubes().schema(metric.name());
        content.put("has_data", schema.isPresent());
        content.set(
                "dimensions",
                schema.map(found -> columns(withheld.dimensions(found)))
                        .orElseGet(() -> Content.array(withheld.told(metric.grain()))));
        metric.requiredDimension().ifPresent(dimension -> content.put("always_grouped_by", dimension));
        if (!metric.properties().isEmpty()) {
            content.set("properties", Content.array(withheld.told(metric.properties())));
        }
        ArrayNode scores = content.putArray("scores");
        scores(metric).forEach(score -> scores.add(MetricWords.score(score)));
        return Answers.of(content, now, "/reports");
    }

    /** Described columns all have the same scores, which are told once. */
    private static Stream<Score> scores(Metric metric) {
        List<String> columns = metric.properties();
        return metric.family() == Family.DESCRIPTIVE && !columns.isEmpty()
                ? Stream.concat(
                        Stream.of(DescriptiveScores.rows()),
                        metric.onProperty(columns.get(0)).scores().stream()
                                .filter(score -> score.name().startsWith(columns.get(0) + "_")))
                : metric.scores().stream();
    }

    private static void outcomes(ObjectNode content, MetricConfig.Responses responses) {
        content.set("positive_outcomes", Content.array(responses.positive()));
        content.set("negative_outcomes", Content.array(responses.negative()));
    }

    private static ArrayNode columns(List<Column> dimensions) {
        ArrayNode array = Content.object().arrayNode();
        dimensions.forEach(column -> array.addObject()
                .put("name", column.name())
                .put("type", column.type().name().toLowerCase(Locale.ROOT)));
        return array;
    }

    private static ToolAnswer ofCustomers(Snapshot now, CustomerMetric metric) {
        ObjectNode content = MetricWords.named(now, metric.config());
        Optional<CustomerSchema> schema = now.customers().schema(metric.name());
        content.put("has_data", schema.isPresent()).put("ask_with", QueryCustomers.NAME);
        schema.ifPresent(found -> {
            content.set("dimensions", columns(Withheld.of(now).toldColumns(found.dimensions())));
            content.put("customers", found.customers());
            content.put("observation_end", found.observationEnd().toString());
        });
        ArrayNode scores = content.putArray("scores");
        ScoreCatalogue catalogue = ScoreCatalogue.of(Family.CLV);
        QueryCustomers.MEASURES.forEach(
                name -> catalogue.find(name).ifPresent(score -> scores.add(MetricWords.score(score))));
        return Answers.of(content, now, "/clv");
    }
}
