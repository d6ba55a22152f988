package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code [chat_with_data]} section; descriptions by metric or family name, in file order. */
public record Chat(String agentPrompt, Map<String, String> metricDescriptions) {
    /** Where the section is left out. */
    public static final Chat DEFAULT = new Chat(
            "You answer questions of marketing people about interaction history and product holdings of Pega Customer"
                    + " Decision Hub. Rates are computed from summed counts, never averaged. Say which data set and"
                    + " which period an answer rests on, and say so where the data cannot answer.",
            Map.of());

    public Chat {
        requireNonNull(agentPrompt, "agentPrompt");
        metricDescriptions = Collections.unmodifiableMap(new LinkedHashMap<>(metricDescriptions));
    }
}
