package com.cdhdashboard.assistant.improve;

import java.util.List;

/** What a model is asked for. */
public enum Task {
    DRAFT(
            "Better metrics and reports",
            List.of("metrics", "reports", "variants"),
            "Propose metrics and reports that make good use of these fields. Keep what is useful of the current ones."),
    REFRESH(
            "Other reports of the same metrics",
            List.of("reports"),
            "Propose reports of the current metrics: keep the names of those that stay, show each metric at least once over"
                    + " time, and let business and technical questions both be answered."),
    REPAIR(
            "Mended metrics and reports",
            List.of("metrics", "reports", "variants"),
            "Mend the problems with as few changes as possible. Answer with the metrics and reports that you change, whole.");

    private final String title;
    private final List<String> sections;
    private final String request;

    Task(String title, List<String> sections, String request) {
        this.title = title;
        this.sections = sections;
        this.request = request;
    }

    public String title() {
        return title;
    }

    /** The sections of the configuration that may be answered. */
    public List<String> sections() {
        return sections;
    }

    String request() {
        return request;
    }
}
