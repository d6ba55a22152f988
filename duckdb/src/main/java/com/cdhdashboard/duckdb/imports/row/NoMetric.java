package com.cdhdashboard.duckdb.imports.row;

import java.util.List;

/** Thrown where not one of the configured metrics can be computed from the columns at hand. */
public final class NoMetric extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param notes why each of the metrics is off */
    public NoMetric(List<String> notes) {
        this.reason = "no metric can be computed from these files: " + String.join("; ", notes) + "; see [metrics]";
    }

    public String reason() {
        return reason;
    }
}
