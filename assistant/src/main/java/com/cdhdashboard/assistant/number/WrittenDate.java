package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A day, month, quarter or year as a text writes it.
 *
 * @param readings what it may mean; {@code 03/04/2025} has two
 */
record WrittenDate(int from, int to, String text, List<Reading> readings) implements Written {
    /** The days that it speaks of. */
    record Reading(String name, Predicate<LocalDate> days) {
        Reading {
            requireNonNull(name, "name");
            requireNonNull(days, "days");
        }
    }

    WrittenDate {
        requireNonNull(text, "text");
        readings = List.copyOf(readings);
    }

    boolean covers(LocalDate day) {
        return readings.stream().anyMatch(reading -> reading.days().test(day));
    }
}
