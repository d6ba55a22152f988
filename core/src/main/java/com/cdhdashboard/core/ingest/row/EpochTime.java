package com.cdhdashboard.core.ingest.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads numbers as time since 1970. The size of their whole part tells the unit: 9 or 10 digits are seconds (from 1973 to
 * 2286), 11 to 13 milliseconds (from 1970 to 2286), 16 microseconds and 19 nanoseconds (from 2001 on). Fewer digits are more
 * likely a year or a date, 14 a date and time written without separators. A fraction is one of the unit.
 */
final class EpochTime {
    private static final BigDecimal FIRST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LAST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MICROS = 6;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private EpochTime() {}

    /** The time in UTC, cut to microseconds; empty for a number of another size. */
    static Optional<LocalDateTime> of(BigDecimal number) {
        BigDecimal size = number.abs();
        if (isBelow(size, 8)) {
            return Optional.empty();
        }
        if (isBelow(size, 10)) {
            return Optional.of(time(number, 0));
        }
        if (isBelow(size, 13)) {
            return Optional.of(time(number, 3));
        }
        if (!isBelow(size, 15) && isBelow(size, 16)) {
            return Optional.of(time(number, 6));
        }
        return !isBelow(size, 18) && number.compareTo(FIRST) >= 0 && number.compareTo(LAST) <= 0
                ? Optional.of(time(number, 9))
                : Optional.empty();
    }

    private static boolean isBelow(BigDecimal size, int zeros) {
        return size.compareTo(BigDecimal.ONE.movePointRight(zeros)) < 0;
    }

    /** @param digits of the unit behind the seconds */
    private static LocalDateTime time(BigDecimal number, int digits) {
        long micros = number.movePointRight(MICROS - digits)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        int nanos = (int) Math.floorMod(micros, MICROS_PER_SECOND) * 1000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND), nanos, ZoneOffset.UTC);
    }
}
