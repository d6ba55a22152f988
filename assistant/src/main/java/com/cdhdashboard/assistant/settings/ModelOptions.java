package com.cdhdashboard.assistant.settings;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * How a model is asked. What is empty is not told to it.
 *
 * @param retries how often a request that failed is sent again
 * @param timeout after which one request is given up
 * @param extra more parameters of the request
 */
public record ModelOptions(
        Optional<String> reasoningEffort,
        Optional<String> verbosity,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Duration timeout,
        int retries,
        boolean streaming,
        SchemaAnswers schemaAnswers,
        ObjectNode extra) {
    public ModelOptions {
        requireNonNull(reasoningEffort, "reasoningEffort");
        requireNonNull(verbosity, "verbosity");
        requireNonNull(temperature, "temperature");
        requireNonNull(maxTokens, "maxTokens");
        requireNonNull(timeout, "timeout");
        requireNonNull(schemaAnswers, "schemaAnswers");
        extra = extra.deepCopy();
    }
}
