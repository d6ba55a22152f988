package com.cdhdashboard.core.report.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.fit.FitState;
import java.util.Optional;

/**
 * A report over customers, ready to be shown.
 *
 * @param pending the computation that the report waits for, or that was ended before it had a result
 */
public record CustomerView(ReportView report, Optional<FitState> pending) {
    public CustomerView {
        requireNonNull(report, "report");
        requireNonNull(pending, "pending");
    }

    /** {@code ready}, {@code fitting} or {@code failed}. */
    public String state() {
        if (pending.isEmpty()) {
            return report.figure().isPresent() || report.table().rows().size() > 0 ? "ready" : "failed";
        }
        return pending.get() instanceof FitState.Running ? "fitting" : "failed";
    }
}
