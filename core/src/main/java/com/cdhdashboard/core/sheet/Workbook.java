package com.cdhdashboard.core.sheet;

import java.util.List;

/**
 * What a workbook says beside its sheets.
 *
 * @param texts that cells point to
 * @param dates whether cells of a style are dates, by the number of the style
 */
record Workbook(List<NamedSheet> sheets, WorkbookCalendar calendar, List<String> texts, List<Boolean> dates) {
    Workbook {
        sheets = List.copyOf(sheets);
        texts = List.copyOf(texts);
        dates = List.copyOf(dates);
    }

    /**
     * A sheet of rows.
     *
     * @param part that holds it
     */
    record NamedSheet(String name, String part, boolean hidden) {}
}
