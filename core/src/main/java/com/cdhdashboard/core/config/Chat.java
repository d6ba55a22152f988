package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code [chat_with_data]} section; descriptions by metric or family name, in file order. */
public record Chat(String agentPrompt, Map<String, String> metricDescriptions) {
    public Chat {
        requireNonNull(agentPrompt, "agentPrompt");
        metricDescriptions = Collections.unmodifiableMap(new LinkedHashMap<>(metricDescriptions));
    }
}
