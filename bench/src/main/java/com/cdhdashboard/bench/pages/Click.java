package com.cdhdashboard.bench.pages;

import static java.util.Objects.requireNonNull;

/** One request of a user: the path, with its query, and what kind of click it is. */
record Click(Kind kind, String path) {
    /** Kinds are measured apart, as their work differs. */
    enum Kind {
        /** Home, the import page, the dashboard. */
        PAGE("page"),
        /** A report with other axes, colours or forms. */
        REPORT("report"),
        /** A report under filters. */
        FILTER("filter change"),
        /** A roll-up or a figure from the API. */
        API("API");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Click {
        requireNonNull(kind, "kind");
        requireNonNull(path, "path");
    }
}
