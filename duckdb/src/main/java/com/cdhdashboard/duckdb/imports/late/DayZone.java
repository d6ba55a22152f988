package com.cdhdashboard.duckdb.imports.late;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Where the days begin that rows are counted by; times themselves are UTC. */
public record DayZone(ZoneId zone) {
    public static final DayZone UTC = new DayZone(ZoneOffset.UTC);

    public DayZone {
        requireNonNull(zone, "zone");
    }

    /** The day on which a time, given in UTC as SQL, falls. */
    public String day(String time) {
        return zone.normalized().equals(ZoneOffset.UTC)
                ? "CAST(" + time + " AS DATE)"
                : "CAST(timezone(" + Sql.text(zone.getId()) + ", timezone('UTC', " + time + ")) AS DATE)";
    }

    /** The last day on which something may fall that comes up to so many times 24 hours after a time of this day. */
    LocalDate lastWithin(int days, LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusNanos(1)
                .plus(Duration.ofDays(days))
                .atZone(zone)
                .toLocalDate();
    }

    /** How many days two times may be apart at most between which there are so many times 24 hours. */
    int mostBetween(int days) {
        return zone.getRules().isFixedOffset() ? days : days + 1;
    }

    /** The engine has a list of zones of its own. */
    public void requireKnown(Session session) {
        if (session.number("SELECT count(*) FROM pg_timezone_names() WHERE name = ?", zone.getId()) == 0) {
            throw new UserException("ih.zone_of_days: days cannot be counted by the zone \"" + zone.getId()
                    + "\"; write the name of a region such as \"Europe/Berlin\", or \"UTC\"");
        }
    }
}
