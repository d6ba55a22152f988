package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

/**
 * The {@code [ih]} section.
 *
 * @param lateOutcomeDays how many days after its decision an outcome is still matched with it
 */
public record InteractionHistory(
        FileSelection files, Preparation preparation, int lateOutcomeDays, ImportLimits limits) {
    public static final int DEFAULT_LATE_OUTCOME_DAYS = 30;

    public InteractionHistory {
        requireNonNull(files, "files");
        requireNonNull(preparation, "preparation");
        requireNonNull(limits, "limits");
        if (!(lateOutcomeDays >= 0)) {
            throw new IllegalArgumentException("lateOutcomeDays is negative: " + lateOutcomeDays);
        }
    }

    public InteractionHistory(FileSelection files, Preparation preparation, int lateOutcomeDays) {
        this(files, preparation, lateOutcomeDays, ImportLimits.DEFAULT);
    }
}
