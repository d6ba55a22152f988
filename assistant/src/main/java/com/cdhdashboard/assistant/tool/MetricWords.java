package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What metrics and scores are, for whoever has not seen the guide. */
final class MetricWords {
    private MetricWords() {}

    /** Name, family and what the configuration says of it. */
    static ObjectNode named(Snapshot now, MetricConfig metric) {
        ObjectNode object = Content.object().put("name", metric.name());
        Optional<Family> family = Family.of(metric.name());
        family.ifPresent(of -> object.put("family", of.prefix()));
        Map<String, String> told = now.configuration().chat().metricDescriptions();
        Optional.ofNullable(told.get(metric.name()))
                .or(() -> family.map(Family::prefix).map(told::get))
                .ifPresent(text -> object.put("description", text));
        return object;
    }

    /** All that is known of a score. */
    static ObjectNode score(Score score) {
        ObjectNode object = Content.object()
                .put("name", score.name())
                .put("title", score.title())
                .put("definition", score.meaning().definition())
                .put("formula", score.meaning().formula())
                .put("format", score.format().name().toLowerCase(Locale.ROOT));
        if (!score.display().unit().isEmpty()) {
            object.put("unit", score.display().unit());
        }
        if (!score.meaning().notAvailable().isEmpty()) {
            object.put("not_available", "there is none " + score.meaning().notAvailable());
        }
        return object;
    }
}
