package com.cdhdashboard.core.period;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a reader wants a period compared with: days of their own, or without any the period before it. Of two days the
 * earlier is the first; one alone is the end of as many days as the period has.
 */
public record ComparedWith(Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final ComparedWith PREVIOUS = new ComparedWith(Optional.empty(), Optional.empty());

    public ComparedWith {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    public boolean isPrevious() {
        return equals(PREVIOUS);
    }

    /**
     * The days to compare with; empty where the period has an open end, or would be compared with itself.
     *
     * @param preset what says the period: of the month to date it is the same days of the month before
     */
    public Optional<ComparedPeriods> of(Optional<Period> period, Optional<Preset> preset) {
        return period.filter(shown -> shown.from().isPresent() && shown.to().isPresent())
                .flatMap(shown -> other(shown, preset)
                        .filter(other -> !other.equals(shown))
                        .map(other -> new ComparedPeriods(shown, other)));
    }

    private Optional<Period> other(Period shown, Optional<Preset> preset) {
        if (isPrevious()) {
            return preset.filter(Preset.MONTH::equals).isPresent() ? Optional.of(shown.aMonthBefore()) : shown.before();
        }
        long further = shown.from().orElseThrow().until(shown.to().orElseThrow(), ChronoUnit.DAYS);
        LocalDate first = from.or(() -> to.map(last -> last.minusDays(further))).orElseThrow();
        LocalDate last = to.or(() -> from.map(begin -> begin.plusDays(further))).orElseThrow();
        return Optional.of(first.isAfter(last) ? Period.of(last, first) : Period.of(first, last));
    }

    /** What is said where the later day is named first. */
    public Optional<String> turned() {
        return from.flatMap(later -> to.filter(later::isAfter)
                .map(earlier -> "The period to compare with was said with its last day first. It is taken as "
                        + Period.of(earlier, later).text() + "."));
    }
}
