package com.cdhdashboard.core.sheet;

import java.util.Optional;
import java.util.Set;

/** Columns whose bare numbers are days of a workbook's calendar. */
final class Days {
    private final Optional<WorkbookCalendar> calendar;
    private final NamedColumns names;

    /**
     * These columns.
     *
     * @param calendar absent in files that have none, whose numbers stay numbers
     */
    Days(Optional<WorkbookCalendar> calendar, Set<String> names) {
        this.calendar = calendar;
        this.names = new NamedColumns(names);
    }

    boolean in(String column) {
        return calendar.isPresent() && names.has(column);
    }

    /** The number as a time, or as it is where it is no day of the calendar. */
    SheetValue time(SheetValue number) {
        return calendar.flatMap(days -> days.time(Double.parseDouble(number.text())))
                .map(time -> new SheetValue(time, SheetValue.Kind.TEXT))
                .orElse(number);
    }
}
