package com.cdhdashboard.app.sample;

import static com.cdhdashboard.app.sample.Fragment.member;

/** The kind of model that gave a propensity. */
enum Model {
    BAYESIAN("Bayesian", 0.65, 0.18),
    GRADIENT_BOOSTING("Gradient boosting", 0.25, 0.02),
    NONE("", 0, 1);

    private final Fragment json;
    private final double error;
    private final double coldStart;

    Model(String label, double error, double coldStart) {
        this.json = Fragment.of(member("PropensitySource", label) + member("ModelCategory", label));
        this.error = error;
        this.coldStart = coldStart;
    }

    Fragment json() {
        return json;
    }

    /** Standard deviation of the log-odds it gives around the true ones. */
    double error() {
        return error;
    }

    /** Share of offers for which it has learnt nothing yet and gives a fixed propensity. */
    double coldStart() {
        return coldStart;
    }
}
