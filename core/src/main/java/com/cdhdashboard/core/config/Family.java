package com.cdhdashboard.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The metric families; a metric's name starts with the prefix of its family. */
public enum Family {
    ENGAGEMENT("engagement"),
    CONVERSION("conversion"),
    MODEL_ML_SCORES("model_ml_scores"),
    DESCRIPTIVE("descriptive"),
    EXPERIMENT("experiment"),
    CLV("clv");

    private final String prefix;

    Family(String prefix) {
        this.prefix = prefix;
    }

    /** The family a metric's name belongs to. */
    public static Optional<Family> of(String metricName) {
        return Arrays.stream(values())
                .filter(family -> metricName.startsWith(family.prefix))
                .findFirst();
    }

    public static List<String> prefixes() {
        return Arrays.stream(values()).map(Family::prefix).toList();
    }

    public String prefix() {
        return prefix;
    }
}
