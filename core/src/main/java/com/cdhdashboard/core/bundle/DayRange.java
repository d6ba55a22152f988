package com.cdhdashboard.core.bundle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days that follow one another, both ends included. */
public record DayRange(LocalDate first, LocalDate last) {
    public DayRange {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    /** The days of both. */
    public Optional<DayRange> shared(DayRange other) {
        LocalDate from = first.isAfter(other.first) ? first : other.first;
        LocalDate to = last.isBefore(other.last) ? last : other.last;
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DayRange(from, to));
    }

    /** The fewest ranges that hold these days, which are in order. */
    public static List<DayRange> of(List<LocalDate> days) {
        List<DayRange> ranges = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate first = days.get(i);
            while (i + 1 < days.size() && !days.get(i + 1).isAfter(days.get(i).plusDays(1))) {
                i++;
            }
            ranges.add(new DayRange(first, days.get(i)));
        }
        return ranges;
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
