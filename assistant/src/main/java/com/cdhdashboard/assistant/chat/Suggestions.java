package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** First questions that the data can answer, for people who do not know what to ask. */
public final class Suggestions {
    private static final int MOST = 6;
    private static final List<String> TIMES = List.of("Day", "Week", "Month", "Quarter", "Year");

    private Suggestions() {}

    /** At most six, of metrics that have data; none where nothing is imported. */
    public static List<String> of(Snapshot now, Disclosure disclosure) {
        List<String> questions = new ArrayList<>();
        for (Metric metric : now.metrics()) {
            if (now.cubes().schema(metric.name()).isPresent()) {
                question(metric, disclosure, questions.size())
                        .filter(text -> !questions.contains(text))
                        .ifPresent(questions::add);
            }
        }
        now.customerMetrics().stream()
                .filter(metric -> now.customers().schema(metric.name()).isPresent())
                .findFirst()
                .ifPresent(metric -> questions.add("How many customers are in each segment, and what are they worth?"));
        if (now.loaded().rows() > 0) {
            questions.add("How fresh are the data, and which days are missing?");
        }
        return List.copyOf(questions.subList(0, Math.min(MOST, questions.size())));
    }

    /** A question of the kind that people have for a family; another for its second metric. */
    private static Optional<String> question(Metric metric, Disclosure disclosure, int number) {
        List<String> dimensions = metric.grain().stream()
                .filter(name -> !TIMES.contains(name))
                .filter(name -> metric.comparedDimension().filter(name::equals).isEmpty())
                .filter(name -> disclosure.of(name) != Disclosure.Treatment.WITHHELD)
                .toList();
        Optional<String> dimension =
                dimensions.stream().skip(dimensions.size() > 1 ? number % 2 : 0).findFirst();
        Optional<String> time = metric.grain().stream().filter(TIMES::contains).findFirst();
        return switch (metric.family()) {
            case ENGAGEMENT -> dimension.map(name -> "Which " + name + " has the best click-through rate?");
            case CONVERSION ->
                time.map(name -> "How did the conversion rate change by " + name.toLowerCase(Locale.ROOT) + "?");
            case MODEL_ML_SCORES -> dimension.map(name -> "How well do the models predict, by " + name + "?");
            case EXPERIMENT -> Optional.of("Which experiments have a significant result?");
            case DESCRIPTIVE ->
                described(metric)
                        .flatMap(column ->
                                dimension.map(name -> "What is the median of " + column + " by " + name + "?"));
            case CLV -> Optional.empty();
        };
    }

    private static Optional<String> described(Metric metric) {
        return metric.config() instanceof MetricConfig.Descriptive descriptive
                ? descriptive.columns().stream()
                        .filter(column -> !column.equals("Outcome"))
                        .findFirst()
                : Optional.empty();
    }
}
