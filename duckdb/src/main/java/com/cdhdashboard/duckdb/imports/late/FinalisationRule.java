package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.core.config.InteractionHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a day of decision is final: once the watermark has passed the days on which its outcomes may come, and each of
 * these days has rows of its own; where one has none, once nothing new has come for any of them for some time.
 *
 * @param lateDays for how many days after it outcomes may come
 * @param patience how long nothing new may have come where days are missing
 * @param zone where days begin; where one has an hour less or more, outcomes of the last hour may come a day later
 */
public record FinalisationRule(int lateDays, Duration patience, DayZone zone) {
    public static FinalisationRule of(InteractionHistory history) {
        return new FinalisationRule(
                history.lateOutcomeDays(),
                Duration.ofHours(history.finaliseAfterHours()),
                new DayZone(history.zoneOfDays()));
    }

    /**
     * The days of decision that are final.
     *
     * @param outcomes the days that have outcomes, each with the last time that any came; the last is the watermark
     */
    SortedSet<LocalDate> finalDays(
            Collection<LocalDate> decisions, SortedMap<LocalDate, LocalDateTime> outcomes, LocalDateTime now) {
        SortedSet<LocalDate> found = new TreeSet<>();
        if (outcomes.isEmpty()) {
            return found;
        }
        LocalDate watermark = outcomes.lastKey();
        for (LocalDate day : decisions) {
            LocalDate after = zone.lastWithin(lateDays, day).plusDays(1);
            if (!watermark.isBefore(after)) {
                SortedMap<LocalDate, LocalDateTime> awaited = outcomes.subMap(day, after);
                if (awaited.size() == ChronoUnit.DAYS.between(day, after)
                        || isQuiet(awaited.isEmpty() ? outcomes : awaited, now)) {
                    found.add(day);
                }
            }
        }
        return found;
    }

    private boolean isQuiet(SortedMap<LocalDate, LocalDateTime> days, LocalDateTime now) {
        return !Collections.max(days.values()).plus(patience).isAfter(now);
    }
}
