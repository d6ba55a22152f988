package com.cdhdashboard.core.cube;

import java.time.LocalDate;
import java.util.List;

/** Days as a text. */
public final class DayStretches {
    private DayStretches() {}

    /** Days in order; those that follow one another are named by the first and the last. */
    public static String text(List<LocalDate> days) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            LocalDate first = days.get(i);
            while (i + 1 < days.size() && days.get(i + 1).equals(days.get(i).plusDays(1))) {
                i++;
            }
            text.append(text.length() == 0 ? "" : ", ").append(first);
            if (!first.equals(days.get(i))) {
                text.append(" to ").append(days.get(i));
            }
        }
        return text.toString();
    }
}
