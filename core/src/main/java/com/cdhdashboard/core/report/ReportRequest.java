package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.period.ComparedPeriods;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as asked for: the whole state of its page.
 *
 * @param unconfigured the report itself, where the configuration has it not
 * @param choices what the user set, by control name ({@code x}, {@code y}, {@code color}, {@code facet_row},
 *     {@code facet_column}, {@code scale}, {@code form} …); a control not named keeps the configured choice, an empty
 *     text means none
 * @param filters on dimensions, applied before anything is summed
 * @param compared the period of the filters and the one that it is compared with
 */
public record ReportRequest(
        String key,
        Optional<ReportConfig> unconfigured,
        Map<String, String> choices,
        List<Filter> filters,
        Optional<ComparedPeriods> compared) {
    public ReportRequest {
        requireNonNull(compared, "compared");
        requireNonNull(key, "key");
        requireNonNull(unconfigured, "unconfigured");
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        filters = List.copyOf(filters);
    }

    /** One of the configuration. */
    public ReportRequest(String key, Map<String, String> choices, List<Filter> filters) {
        this(key, Optional.empty(), choices, filters, Optional.empty());
    }

    /** One that the configuration has not. */
    public static ReportRequest unconfigured(ReportConfig report, Map<String, String> choices, List<Filter> filters) {
        return new ReportRequest(report.key(), Optional.of(report), choices, filters, Optional.empty());
    }

    /** The same with another period beside its own, or none. */
    public ReportRequest comparing(Optional<ComparedPeriods> periods) {
        return new ReportRequest(key, unconfigured, choices, filters, periods);
    }
}
