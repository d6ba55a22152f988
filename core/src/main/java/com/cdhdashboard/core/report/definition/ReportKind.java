package com.cdhdashboard.core.report.definition;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of report; the key {@code type} of a report names one. */
public enum ReportKind {
    LINE("line", "Line or bar chart"),
    /** Of experiments, whose reports of type line have the score along x. */
    COMPARISON("line", "Comparison of arms"),
    BAR_POLAR("bar_polar", "Polar bars"),
    GAUGE("gauge", "Gauges"),
    TREEMAP("treemap", "Treemap"),
    HEATMAP("heatmap", "Heat map"),
    SCATTER("scatter", "Animated scatter"),
    GENERIC("generic", "Free chart"),
    BOXPLOT("boxplot", "Box plot"),
    HISTOGRAM("histogram", "Histogram"),
    FUNNEL("funnel", "Funnel"),
    EXPOSURE("exposure", "Customer exposure"),
    CORRELATION("corr", "Correlation"),
    PREDICTION("model", "Lifetime value models"),
    RFM_DENSITY("rfm_density", "Density of customers");

    private final String type;
    private final String title;

    ReportKind(String type, String title) {
        this.type = type;
        this.title = title;
    }

    /** The name in configurations. */
    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public static Optional<ReportKind> of(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
