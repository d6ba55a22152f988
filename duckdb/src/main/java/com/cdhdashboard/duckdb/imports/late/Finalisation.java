package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.duckdb.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which interactions become final: those whose every row was decided on a day that is final. Their cells move to the final
 * part of the cubes, and their rows leave the buffer. All rows of one key become final together.
 */
public final class Finalisation {
    private final Session session;
    private final FinalisationRule rule;
    private final ImportMoment moment;
    private final DayLedger days;
    private String condition = "false";
    private boolean due;

    public Finalisation(Session session, FinalisationRule rule, ImportMoment moment) {
        this.session = session;
        this.rule = rule;
        this.moment = moment;
        this.days = new DayLedger(session, rule);
    }

    /** Whether any row may become final. */
    public boolean due() {
        return due;
    }

    /** The days of the data. */
    public DayLedger days() {
        return days;
    }

    /** For how many days after its decision an outcome belongs to its interaction. */
    public int lateDays() {
        return rule.lateDays();
    }

    /** Whether a key becomes final, as an aggregate over its rows in the buffer. */
    public String finalisedByKey() {
        return due ? "bool_and(" + condition + ")" : "false";
    }

    /** Whether a row of the buffer becomes final that is the only one of its key. */
    public String finalisedAlone() {
        return condition;
    }

    /** Enters the days of new files, and finds what is due. */
    public void begin() {
        days.enterNewFiles(moment.now());
        if (moment.keepOpen()) {
            return;
        }
        List<LocalDate> decisions = days.decisions();
        SortedSet<LocalDate> finals = new TreeSet<>(days.finalDays());
        finals.addAll(rule.finalDays(decisions, days.outcomes(), moment.now()));
        condition = condition(decisions, finals);
        due = !finals.isEmpty()
                && session.number("SELECT count(*) FROM (SELECT 1 FROM " + LateArrivalBuffer.TABLE
                                + " WHERE \"at\" IS NOT NULL AND " + condition + " LIMIT 1)")
                        > 0;
        if (due) {
            days.finalise(finals);
        } else {
            condition = "false";
        }
    }

    /** Days that no other day of decision lies between are named together, as there are few such stretches. */
    private String condition(List<LocalDate> decisions, SortedSet<LocalDate> finals) {
        List<String> stretches = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            if (finals.contains(decisions.get(i))) {
                LocalDate first = decisions.get(i);
                while (i + 1 < decisions.size() && finals.contains(decisions.get(i + 1))) {
                    i++;
                }
                stretches.add(days.decisionDay() + " BETWEEN DATE '" + first + "' AND DATE '" + decisions.get(i) + "'");
            }
        }
        return stretches.isEmpty() ? "false" : "(" + String.join(" OR ", stretches) + ")";
    }

    /**
     * Takes the rows of what is final out of the buffer; by a condition on rows
     * {@code w}, as to find them by number takes longer.
     */
    public void end(String finalising) {
        if (due) {
            String rows = LateArrivalBuffer.TABLE + " w WHERE " + finalising;
            session.run(
                    "UPDATE files SET settled = true WHERE id IN (SELECT DISTINCT w.\"file\" FROM " + rows + ")",
                    "DELETE FROM " + rows);
        }
    }
}
