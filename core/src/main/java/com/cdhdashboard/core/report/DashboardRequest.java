package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.period.ComparedPeriods;
import java.util.List;
import java.util.Optional;

/**
 * The dashboard as asked for.
 *
 * @param step the stretches of time its charts go by, a dimension such as {@code Week}; empty or unknown to let the data
 *     decide
 * @param compared the period of the filters and the one that it is compared with
 */
public record DashboardRequest(List<Filter> filters, Optional<String> step, Optional<ComparedPeriods> compared) {
    public DashboardRequest {
        filters = List.copyOf(filters);
        requireNonNull(step, "step");
        requireNonNull(compared, "compared");
    }
}
