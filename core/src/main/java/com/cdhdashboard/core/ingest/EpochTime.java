package com.cdhdashboard.core.ingest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads whole numbers as time since 1970. Their size tells the unit: 9 or 10 digits are seconds (from 1973 to 2286), 11 to
 * 13 milliseconds (from 1970 to 2286), 16 microseconds and 19 nanoseconds (from 2001 on). Fewer digits are more likely a
 * year or a date, 14 a date and time written without separators.
 */
final class EpochTime {
    private EpochTime() {}

    /** The time in UTC; empty for a number of another size. */
    static Optional<LocalDateTime> of(long number) {
        // The least number of all has no absolute value in 64 bits
        long size = Math.abs(Math.max(number, -Long.MAX_VALUE));
        if (size < 100_000_000L) {
            return Optional.empty();
        }
        if (size < 10_000_000_000L) {
            return Optional.of(at(Instant.ofEpochSecond(number)));
        }
        if (size < 10_000_000_000_000L) {
            return Optional.of(at(Instant.ofEpochMilli(number)));
        }
        if (size >= 1_000_000_000_000_000L && size < 10_000_000_000_000_000L) {
            return Optional.of(fraction(number, 1_000_000));
        }
        return size >= 1_000_000_000_000_000_000L ? Optional.of(fraction(number, 1_000_000_000)) : Optional.empty();
    }

    private static LocalDateTime fraction(long number, long perSecond) {
        long nanos = Math.floorMod(number, perSecond) * (1_000_000_000 / perSecond);
        return at(Instant.ofEpochSecond(Math.floorDiv(number, perSecond), nanos));
    }

    private static LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
