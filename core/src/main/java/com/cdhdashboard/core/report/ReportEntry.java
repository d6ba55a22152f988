package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A report in the menu.
 *
 * @param tag the text of the {@code [TAG]} at the start of the description, such as {@code ENG}
 * @param title the description without the tag
 * @param reason why the report cannot be shown, where that is known from the configuration alone
 */
public record ReportEntry(String key, Optional<String> tag, String title, String metric, Optional<String> reason) {
    public ReportEntry {
        requireNonNull(key, "key");
        requireNonNull(tag, "tag");
        requireNonNull(title, "title");
        requireNonNull(metric, "metric");
        requireNonNull(reason, "reason");
    }
}
