package com.cdhdashboard.duckdb.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Where the days begin that outcomes are counted by; times themselves are UTC. */
record DayZone(ZoneId zone) {
    DayZone {
        requireNonNull(zone, "zone");
    }

    /** The day on which a time, given in UTC as SQL, falls. */
    String day(String time) {
        return zone.normalized().equals(ZoneOffset.UTC)
                ? "CAST(" + time + " AS DATE)"
                : "CAST(timezone(" + Sql.text(zone.getId()) + ", timezone('UTC', " + time + ")) AS DATE)";
    }

    /** The engine has a list of zones of its own. */
    void requireKnown(Session session) {
        if (session.number("SELECT count(*) FROM pg_timezone_names() WHERE name = ?", zone.getId()) == 0) {
            throw new UserException("ih.zone_of_days: days cannot be counted by the zone \"" + zone.getId()
                    + "\"; write the name of a region such as \"Europe/Berlin\", or \"UTC\"");
        }
    }
}
