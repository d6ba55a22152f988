package com.cdhdashboard.core.config;

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

    public String prefix() {
        return prefix;
    }
}
