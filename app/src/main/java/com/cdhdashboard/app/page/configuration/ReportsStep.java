package com.cdhdashboard.app.page.configuration;

import java.util.List;

/** The reports of the configuration, one form each. */
final class ReportsStep implements Step {
    private static final String TABLE = "reports";

    @Override
    public String key() {
        return TABLE;
    }

    @Override
    public String title() {
        return "Reports";
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
