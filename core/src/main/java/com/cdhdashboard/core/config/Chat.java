package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code [chat_with_data]} section: background for the assistant.
 *
 * @param agentPrompt empty where the configuration has none
 * @param metricDescriptions by metric or family name, in file order
 */
public record Chat(String agentPrompt, Map<String, String> metricDescriptions) {
    /** Where the section is left out. */
    public static final Chat DEFAULT = new Chat("", Map.of());

    public Chat {
        requireNonNull(agentPrompt, "agentPrompt");
        metricDescriptions = Collections.unmodifiableMap(new LinkedHashMap<>(metricDescriptions));
    }
}
