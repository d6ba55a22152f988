package com.cdhdashboard.core.period;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A period that moves with the data: it ends on their last day, or with the month before that day's. */
public enum Preset {
    LAST_7("last7", "Last 7 days", last -> last.minusDays(6)),
    LAST_28("last28", "Last 28 days", last -> last.minusDays(27)),
    LAST_90("last90", "Last 90 days", last -> last.minusDays(89)),
    MONTH("month", "Month to date", last -> last.withDayOfMonth(1)),
    LAST_MONTH("lastmonth", "Last month", last -> last.withDayOfMonth(1).minusMonths(1)) {
        @Override
        public Period upTo(LocalDate last) {
            return Period.of(first(last), last.withDayOfMonth(1).minusDays(1));
        }
    };

    /** What is said in place of a preset for all days. */
    public static final String ALL = "all";

    private final String key;
    private final String title;
    private final UnaryOperator<LocalDate> first;

    Preset(String key, String title, UnaryOperator<LocalDate> first) {
        this.key = key;
        this.title = title;
        this.first = first;
    }

    /** How addresses say it. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** Its days, where the data end on this day. */
    public Period upTo(LocalDate last) {
        return Period.of(first(last), last);
    }

    LocalDate first(LocalDate last) {
        return first.apply(last);
    }

    public static Optional<Preset> of(String key) {
        return Arrays.stream(values()).filter(preset -> preset.key.equals(key)).findFirst();
    }

    /** Everything that an address can say. */
    public static List<String> keys() {
        return List.of(LAST_7.key, LAST_28.key, LAST_90.key, MONTH.key, LAST_MONTH.key, ALL);
    }
}
