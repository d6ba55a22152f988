package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

/** The {@code [ih]} section. */
public record InteractionHistory(FileSelection files, Preparation preparation, Days days, ImportLimits limits) {
    public static final int DEFAULT_LATE_OUTCOME_DAYS = 30;
    public static final int DEFAULT_FINALISE_AFTER_HOURS = 48;
    public static final ZoneId DEFAULT_ZONE_OF_DAYS = ZoneId.of("UTC");

    /**
     * How rows are told by their days.
     *
     * @param lateOutcomeDays how many days after its decision an outcome still belongs to its interaction
     * @param finaliseAfterHours for how long nothing new may have come before days become final of which some are missing
     * @param zone where the days begin that outcomes are counted by
     */
    public record Days(int lateOutcomeDays, int finaliseAfterHours, ZoneId zone) {
        public Days {
            requireNonNull(zone, "zone");
            if (!(lateOutcomeDays >= 0)) {
                throw new IllegalArgumentException("lateOutcomeDays is negative: " + lateOutcomeDays);
            }
            if (!(finaliseAfterHours >= 0)) {
                throw new IllegalArgumentException("finaliseAfterHours is negative: " + finaliseAfterHours);
            }
        }
    }

    public InteractionHistory {
        requireNonNull(files, "files");
        requireNonNull(preparation, "preparation");
        requireNonNull(days, "days");
        requireNonNull(limits, "limits");
    }

    public InteractionHistory(FileSelection files, Preparation preparation, int lateOutcomeDays) {
        this(
                files,
                preparation,
                new Days(lateOutcomeDays, DEFAULT_FINALISE_AFTER_HOURS, DEFAULT_ZONE_OF_DAYS),
                ImportLimits.DEFAULT);
    }

    public int lateOutcomeDays() {
        return days.lateOutcomeDays();
    }

    public int finaliseAfterHours() {
        return days.finaliseAfterHours();
    }

    public ZoneId zoneOfDays() {
        return days.zone();
    }
}
