package com.cdhdashboard.core.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Columns whose bare numbers are days of a workbook's calendar. */
final class Days {
    private static final Pattern PREFIX = Pattern.compile("^p[xyz]");

    private final Optional<WorkbookCalendar> calendar;
    private final Set<String> names;

    /**
     * These columns.
     *
     * @param calendar absent in files that have none, whose numbers stay numbers
     * @param names in any case, with or without the prefix of Pega's columns
     */
    Days(Optional<WorkbookCalendar> calendar, Set<String> names) {
        this.calendar = calendar;
        this.names = names.stream().map(Days::bare).collect(Collectors.toUnmodifiableSet());
    }

    boolean in(String column) {
        return calendar.isPresent() && names.contains(bare(column));
    }

    /** The number as a time, or as it is where it is no day of the calendar. */
    SheetValue time(SheetValue number) {
        return calendar.flatMap(days -> days.time(Double.parseDouble(number.text())))
                .map(time -> new SheetValue(time, SheetValue.Kind.TEXT))
                .orElse(number);
    }

    private static String bare(String name) {
        return PREFIX.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
