package com.cdhdashboard.app.page.configuration;

import java.util.List;

/** The metrics of the configuration, one form each. */
final class MetricsStep implements Step {
    private static final String TABLE = "metrics";

    @Override
    public String key() {
        return TABLE;
    }

    @Override
    public String title() {
        return "Metrics";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public String itemOf(List<String> path) {
        return path.size() > 1 ? path.get(1) : "";
    }

    @Override
    public Body body(Editing editing, String item) {
        return ListedTables.of(this, editing, item);
    }
}
