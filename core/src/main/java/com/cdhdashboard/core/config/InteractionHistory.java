package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

/**
 * The {@code [ih]} section.
 *
 * @param lateOutcomeDays how many days after its decision an outcome still belongs to its interaction
 * @param finaliseAfterHours for how long nothing new may have come before days become final of which some are missing
 */
public record InteractionHistory(
        FileSelection files,
        Preparation preparation,
        int lateOutcomeDays,
        int finaliseAfterHours,
        ImportLimits limits) {
    public static final int DEFAULT_LATE_OUTCOME_DAYS = 30;
    public static final int DEFAULT_FINALISE_AFTER_HOURS = 48;

    public InteractionHistory {
        requireNonNull(files, "files");
        requireNonNull(preparation, "preparation");
        requireNonNull(limits, "limits");
        if (!(lateOutcomeDays >= 0)) {
            throw new IllegalArgumentException("lateOutcomeDays is negative: " + lateOutcomeDays);
        }
        if (!(finaliseAfterHours >= 0)) {
            throw new IllegalArgumentException("finaliseAfterHours is negative: " + finaliseAfterHours);
        }
    }

    public InteractionHistory(FileSelection files, Preparation preparation, int lateOutcomeDays) {
        this(files, preparation, lateOutcomeDays, DEFAULT_FINALISE_AFTER_HOURS, ImportLimits.DEFAULT);
    }
}
