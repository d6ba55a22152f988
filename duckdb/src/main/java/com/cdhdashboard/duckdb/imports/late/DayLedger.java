package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * On which days the rows of each file were decided and came out, kept for good; and which days of decision are final.
 *
 * <p>Rows whose outcome lies after the clock, or a few that lie far beyond all others, are <em>ahead</em>: whoever wrote
 * them has taken a wrong day, so they do not move the watermark. Rows that came though their day was
 * final, and with it rows of that day from earlier files, came <em>again</em>: they may tell of an interaction a second time.
 */
public final class DayLedger {
    private static final int DAYS_BEYOND_THE_CLOCK = 2;

    /** One row of so many may be taken for one with a wrong day. */
    private static final int ROWS_FOR_ONE_AHEAD = 1_000;

    private static final String NEW_FILES = "(SELECT id FROM files WHERE committed AND NOT published)";

    private final Session session;
    private final int lateDays;
    private final DayZone zone;

    DayLedger(Session session, FinalisationRule rule) {
        this.session = session;
        this.lateDays = rule.lateDays();
        this.zone = rule.zone();
    }

    /** The day that a row of the buffer was decided on. */
    String decisionDay() {
        return zone.day("coalesce(\"decided\", \"at\")");
    }

    /** The day that the outcome of a row of the buffer came on. */
    private String outcomeDay() {
        return zone.day("\"at\"");
    }

    /** Enters files committed since the last publication. */
    void enterNewFiles(LocalDateTime now) {
        String days = SqlTemplate.of("""
                INSERT INTO file_days
                SELECT
                    "file",
                    ${decided},
                    ${answered},
                    "decided" IS NULL,
                    "at" > CAST(? AS TIMESTAMP),
                    coalesce("late", false),
                    false,
                    count(*)
                FROM ${buffer}
                WHERE "at" IS NOT NULL AND "file" IN ${newFiles}
                GROUP BY ALL
                """)
                .with("decided", decisionDay())
                .with("answered", outcomeDay())
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("newFiles", NEW_FILES)
                .sql();
        session.update(days, now.plusDays(DAYS_BEYOND_THE_CLOCK));
        firstDayAhead()
                .ifPresent(day -> session.update(
                        "UPDATE file_days SET ahead = true WHERE answered >= ? AND \"file\" IN " + NEW_FILES, day));
        session.run(
                SqlTemplate.of("""
                        UPDATE file_days
                        SET again = true
                        WHERE "file" IN ${newFiles} AND ("file", decided, undecided, late) IN (
                            SELECT n."file", n.decided, n.undecided, n.late
                            FROM ${sameDays} AND n."file" IN ${newFiles} AND o."file" NOT IN ${newFiles}
                        )
                        """)
                        .with("newFiles", NEW_FILES)
                        .with("sameDays", sameDays())
                        .sql(),
                """
                UPDATE store
                SET first_day = days.first, last_day = days.last
                FROM (
                    SELECT
                        min(answered) AS first,
                        coalesce(max(answered) FILTER (NOT ahead), max(answered)) AS last
                    FROM file_days
                ) days""");
    }

    /**
     * Finds the days that may hold an interaction twice: those of rows that came again, those of the rows they may be of one
     * interaction with, and those that share an event with them, as an event is shared by the number of its rows.
     *
     * @param finalised queries of the finalised events that have days, as {@code event} and {@code Day}
     */
    public void findCountedTwice(List<String> finalised) {
        if (session.number("SELECT count(*) FROM file_days WHERE again") == 0) {
            session.run("DELETE FROM days_counted_twice");
            return;
        }
        session.run(
                SqlTemplate.of("""
                        INSERT INTO again_events
                        SELECT DISTINCT "file", "event"
                        FROM ${buffer}
                        WHERE "event" IS NOT NULL AND "at" IS NOT NULL AND ("file", ${decided}) IN (
                            SELECT "file", decided FROM file_days WHERE again AND "file" IN ${newFiles}
                        )
                        """)
                        .with("buffer", LateArrivalBuffer.TABLE)
                        .with("decided", decisionDay())
                        .with("newFiles", NEW_FILES)
                        .sql(),
                "DELETE FROM days_counted_twice",
                SqlTemplate.of("""
                        INSERT INTO days_counted_twice
                        SELECT answered
                        FROM file_days
                        WHERE again
                        UNION
                        SELECT o.answered
                        FROM ${sameDays} AND n.again
                        """).with("sameDays", sameDays()).sql());
        if (session.number("SELECT count(*) FROM again_events") > 0) {
            session.run(SqlTemplate.of("""
                    INSERT INTO days_counted_twice
                    SELECT day
                    FROM (
                        SELECT "event", ${answered} AS day
                        FROM ${buffer}
                        WHERE "event" IS NOT NULL
                        ${finalised}
                    )
                    SEMI JOIN again_events USING ("event")
                    EXCEPT
                    SELECT day
                    FROM days_counted_twice
                    """)
                    .with("answered", outcomeDay())
                    .with("buffer", LateArrivalBuffer.TABLE)
                    .with(
                            "finalised",
                            finalised.stream().map(query -> "UNION " + query).collect(Collectors.joining("\n")))
                    .sql());
        }
    }

    /**
     * Pairs of days {@code n} and {@code o} whose rows may be of one interaction, where that of {@code o} is final; as a clause to
     * which conditions are added. When rows without a decision time were decided is known to so many days only.
     */
    private String sameDays() {
        return SqlTemplate.of("""
                file_days n
                JOIN file_days o ON n.late = o.late AND o.decided BETWEEN n.decided - ${spread} AND n.decided + ${spread}
                WHERE o.decided IN (SELECT decided FROM final_days)""")
                .with(
                        "spread",
                        "CASE WHEN n.undecided OR o.undecided THEN " + zone.mostBetween(lateDays) + " ELSE 0 END")
                .sql();
    }

    /** From which day on the rows of new files are few, and far beyond the others. */
    private Optional<LocalDate> firstDayAhead() {
        record Day(LocalDate day, long rows) {}
        List<Day> days = session.list(
                "SELECT answered, CAST(sum(n) AS BIGINT) FROM file_days WHERE NOT ahead AND \"file\" IN " + NEW_FILES
                        + " GROUP BY answered ORDER BY answered DESC",
                row -> new Day(row.getObject(1, LocalDate.class), row.getLong(2)));
        Optional<LocalDate> earlierEnd = session.first(
                "SELECT max(answered) FROM file_days WHERE NOT ahead AND \"file\" NOT IN " + NEW_FILES
                        + " HAVING max(answered) IS NOT NULL",
                row -> row.getObject(1, LocalDate.class));
        long all = days.stream().mapToLong(Day::rows).sum();
        long beyond = 0;
        Optional<LocalDate> found = Optional.empty();
        for (int i = 0; i + 1 < days.size(); i++) {
            beyond += days.get(i).rows();
            if (beyond * ROWS_FOR_ONE_AHEAD >= all) {
                break;
            }
            LocalDate before = days.get(i + 1).day();
            LocalDate end = earlierEnd.filter(before::isBefore).orElse(before);
            if (ChronoUnit.DAYS.between(end, days.get(i).day()) > lateDays) {
                found = Optional.of(days.get(i).day());
            }
        }
        return found;
    }

    /** All days of decision, in order. */
    List<LocalDate> decisions() {
        return session.list(
                "SELECT DISTINCT decided FROM file_days ORDER BY decided", row -> row.getObject(1, LocalDate.class));
    }

    /** The days that have outcomes, up to the watermark, each with the last time that any came. */
    SortedMap<LocalDate, LocalDateTime> outcomes() {
        SortedMap<LocalDate, LocalDateTime> outcomes = new TreeMap<>();
        session.list(
                        "SELECT answered, max(imported_at) FROM file_days JOIN files ON id = \"file\" WHERE answered <="
                                + " (SELECT max(answered) FROM file_days WHERE NOT ahead) GROUP BY answered",
                        row -> Map.entry(row.getObject(1, LocalDate.class), row.getObject(2, LocalDateTime.class)))
                .forEach(day -> outcomes.put(day.getKey(), day.getValue()));
        return outcomes;
    }

    List<LocalDate> finalDays() {
        return session.list(
                "SELECT decided FROM final_days ORDER BY decided", row -> row.getObject(1, LocalDate.class));
    }

    /** From now on these are the final ones. */
    void finalise(Collection<LocalDate> finals) {
        session.run("DELETE FROM final_days");
        session.insert(
                "INSERT INTO final_days FROM ",
                finals.stream().map(List::<Object>of).toList());
    }

    /** The days of outcomes that may hold an interaction twice, in order. */
    List<LocalDate> countedTwice() {
        return session.list(
                "SELECT day FROM days_counted_twice ORDER BY day", row -> row.getObject(1, LocalDate.class));
    }
}
