package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.DimensionTitle;
import java.util.Locale;
import java.util.Map;

/**
 * What reports of one topic have in common: the text of the {@code [TAG]} at the start of their descriptions.
 *
 * @param text as the configuration writes it, such as {@code ENG}
 */
public record ReportTag(String text) {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("biz", "Business"),
            Map.entry("eng", "Engagement"),
            Map.entry("conv", "Conversion"),
            Map.entry("ml", "Models"),
            Map.entry("desc", "Descriptive"),
            Map.entry("exp", "Experiments"),
            Map.entry("rec", "Recommendations"),
            Map.entry("ops", "Operations"),
            Map.entry("clv", "Customer value"));

    public ReportTag {
        requireNonNull(text, "text");
    }

    /** In words; a tag of one's own is read as names of columns are. */
    public String title() {
        String known = TITLES.get(text.toLowerCase(Locale.ROOT));
        return known == null ? DimensionTitle.of(text) : known;
    }
}
