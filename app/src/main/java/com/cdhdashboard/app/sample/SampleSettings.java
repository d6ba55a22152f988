package com.cdhdashboard.app.sample;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a demo export is made from; equal settings give equal files.
 *
 * @param days one file each, the last of them {@code end}
 * @param holdings the format of product holdings
 */
public record SampleSettings(
        int days, LocalDate end, Size size, long seed, ExportFormat format, HoldingsFormat holdings) {
    public static final int DEFAULT_DAYS = 60;
    public static final LocalDate DEFAULT_END = LocalDate.of(2026, 10, 31);
    public static final long DEFAULT_INTERACTIONS = 60_000;
    public static final long DEFAULT_SEED = 1;

    private static final int MAX_DAYS = 3_660;

    /** With holdings in the format of interactions. */
    public SampleSettings(int days, LocalDate end, Size size, long seed, ExportFormat format) {
        this(days, end, size, seed, format, HoldingsFormat.like(format));
    }

    public SampleSettings {
        if (!(days >= 1 && days <= MAX_DAYS)) {
            throw new UserException("--days is " + days + ", but must be between 1 and " + MAX_DAYS + ".");
        }
        requireNonNull(end, "end");
        if (!(end.getYear() >= 2000 && end.getYear() <= 2100)) {
            throw new UserException("--end is " + end + ", but must lie between the years 2000 and 2100.");
        }
        requireNonNull(size, "size");
        requireNonNull(format, "format");
        requireNonNull(holdings, "holdings");
    }

    public static SampleSettings defaults() {
        return new SampleSettings(
                DEFAULT_DAYS, DEFAULT_END, Size.ofInteractions(DEFAULT_INTERACTIONS), DEFAULT_SEED, ExportFormat.ZIP);
    }

    LocalDate start() {
        return end.minusDays(days - 1L);
    }

    /** One line that tells these settings from all others. */
    String fingerprint() {
        return String.format(
                Locale.ROOT,
                "1 days=%d end=%s %s seed=%d format=%s holdings=%s",
                days,
                end,
                size.describe(),
                seed,
                format,
                holdings);
    }

    /** How large an export is: exactly so many interactions, or exactly so many rows. */
    public record Size(Unit unit, long amount) {
        /** What is counted. */
        public enum Unit {
            INTERACTIONS,
            ROWS
        }

        private static final long MAX_AMOUNT = 1_000_000_000;

        public Size {
            requireNonNull(unit, "unit");
            if (!(amount >= 1 && amount <= MAX_AMOUNT)) {
                throw new UserException("--" + unit.name().toLowerCase(Locale.ROOT) + " is " + amount
                        + ", but must be between 1 and " + MAX_AMOUNT + ".");
            }
        }

        public static Size ofInteractions(long amount) {
            return new Size(Unit.INTERACTIONS, amount);
        }

        public static Size ofRows(long amount) {
            return new Size(Unit.ROWS, amount);
        }

        /** About how many interactions this is; a row count holds roughly two rows for each. */
        long roughInteractions() {
            return unit == Unit.INTERACTIONS ? amount : Math.max(1, amount / 2);
        }

        private String describe() {
            return unit.name().toLowerCase(Locale.ROOT) + "=" + amount;
        }
    }
}
