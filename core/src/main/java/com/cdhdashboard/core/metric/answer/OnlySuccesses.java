package com.cdhdashboard.core.metric.answer;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.core.metric.score.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a rate of 1 comes from channels of which nothing but successes was recorded. */
public final class OnlySuccesses {
    private static final String CHANNEL = "Channel";

    private OnlySuccesses() {}

    /** The note on the channels of a rate that the filters leave; empty where each of them has rows without success. */
    public static Optional<String> of(CubeReader cubes, Metric metric, List<Filter> filters) {
        boolean rate = metric.family() == Family.ENGAGEMENT || metric.family() == Family.CONVERSION;
        Optional<CubeSchema> schema = rate ? cubes.schema(metric.name()) : Optional.empty();
        if (schema.isEmpty() || schema.get().dimension(CHANNEL).isEmpty()) {
            return Optional.empty();
        }
        List<String> channels =
                channels(cubes.rollUp(new RollUp(metric.name(), List.of(CHANNEL), List.of(), List.of())));
        if (!filters.isEmpty() && !channels.isEmpty()) {
            Set<String> shown = cubes.values(metric.name(), CHANNEL, filters).stream()
                    .map(value -> name(value.value()))
                    .collect(Collectors.toSet());
            channels = channels.stream().filter(shown::contains).toList();
        }
        return channels.isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing but successes was recorded of " + String.join(", ", channels)
                        + ", so the rate is 1 there and says nothing: outcomes without response are missing from the"
                        + " export, or from negative_model_response.");
    }

    private static List<String> channels(Table byChannel) {
        int positives = byChannel.indexOf(Responses.POSITIVES).orElseThrow();
        int negatives = byChannel.indexOf(Responses.NEGATIVES).orElseThrow();
        List<String> channels = new ArrayList<>();
        byChannel.rows().forEach(row -> {
            if (Scoring.count(row, positives) > 0 && Scoring.count(row, negatives) == 0) {
                channels.add(name(row.get(0)));
            }
        });
        return channels;
    }

    private static String name(@Nullable Object channel) {
        String text = Objects.toString(channel, "(missing)");
        return text.isEmpty() ? "(empty)" : text;
    }
}
