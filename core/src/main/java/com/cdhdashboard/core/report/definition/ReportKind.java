package com.cdhdashboard.core.report.definition;

import static java.util.Objects.requireNonNull;

/**
 * What a kind of report is called.
 *
 * @param type the name in configurations; two kinds may share it, each with families of its own
 */
public record ReportKind(String type, String title) {
    public ReportKind {
        requireNonNull(type, "type");
        requireNonNull(title, "title");
    }
}
