package com.cdhdashboard.core.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The days that numbers of a workbook stand for: since 1900 or, where the workbook says so, since 1904. */
enum WorkbookCalendar {
    FROM_1900,
    FROM_1904;

    private static final double MICROS_OF_DAY = 86_400_000_000d;

    /** The first day after 9999-12-31 as the calendar from 1900 counts. */
    private static final int END = 2_958_466;

    /** Days from 1900-01-01 to 1904-01-01 as the calendar from 1900 counts. */
    private static final int APART = 1_462;

    /** As the calendar from 1900 counts the first day of March 1900, after a 29 February that never was. */
    private static final int MARCH = 61;

    /**
     * The time in the form of ISO-8601; none for a number that is no day.
     *
     * <p>Fractions of a day are cut to microseconds, but for those so near to a millisecond that the number can say no
     * better.
     */
    Optional<String> time(double number) {
        if (!(number >= 0 && number < (this == FROM_1900 ? END : END - APART))) {
            return Optional.empty();
        }
        long days = (long) number;
        long micros = (long) ((number - days) * MICROS_OF_DAY);
        long millis = Math.round((number - days) * MICROS_OF_DAY / 1000);
        LocalDateTime midnight = first(days).plusDays(days).atStartOfDay();
        long exact = Math.abs(millis * 1000 - micros) <= 2 ? millis * 1000 : micros;
        return Optional.of(midnight.plus(exact, ChronoUnit.MICROS).toString());
    }

    private LocalDate first(long days) {
        if (this == FROM_1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return days < MARCH - 1 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }
}
