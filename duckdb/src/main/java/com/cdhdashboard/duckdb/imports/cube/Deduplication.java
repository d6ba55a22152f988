package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.DuplicateCandidates;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.Finalisation;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.OutcomeClass;
import com.cdhdashboard.duckdb.imports.row.TimeSql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows of the buffer count for which metric, and which become final. Of rows that share their key, one pass finds repeats
 * and a second one by key finds all the rest, whatever the number of metrics; other rows stand for themselves. What is
 * kept of it are the rows that do not count, and those that wait for others of their key to become final.
 */
final class Deduplication {
    private final Session session;
    private final Finalisation finalisation;
    private final boolean repeats;
    private boolean held;

    private Deduplication(Session session, Finalisation finalisation, boolean repeats) {
        this.session = session;
        this.finalisation = finalisation;
        this.repeats = repeats;
    }

    /** Chooses the rows for these classes; {@link DuplicateCandidates} and {@link DuplicateKeys} must have been found. */
    static Deduplication choose(Session session, List<String> classes, Finalisation finalisation) {
        boolean repeats = DuplicateKeys.any(session);
        Deduplication counted = new Deduplication(session, finalisation, repeats);
        if (repeats) {
            counted.findRepeats();
        }
        if (finalisation.due() || !classes.isEmpty()) {
            counted.chooseByKey(classes);
        }
        return counted;
    }

    /** All rows of equal key and outcome but the earliest; they are few. */
    private void findRepeats() {
        session.run("""
                CREATE OR REPLACE TEMP TABLE repeated_rows AS
                SELECT row_id
                FROM (
                    SELECT
                        w.row_id,
                        row_number() OVER (
                            PARTITION BY w."key", w."outcome"
                            ORDER BY w."at", coalesce(w."decided", w."at"), w."tie", w.row_id
                        ) AS place
                    FROM shared_rows w
                    JOIN repeated_keys r ON w."key" = r."key" AND w."outcome" IS NOT DISTINCT FROM r."outcome"
                )
                WHERE place > 1
                """);
    }

    /**
     * Of the rows of one key that are of an outcome class and are no repeats, the earliest positive one stands for the interaction,
     * else the earliest negative one.
     */
    private void chooseByKey(List<String> classes) {
        session.run(
                chosenRows(classes),
                passedOverRows(classes),
                "CREATE OR REPLACE TEMP TABLE held_rows AS SELECT row_id FROM passed_over_rows WHERE held",
                "DROP TABLE chosen_rows");
        held = session.number("SELECT count(*) FROM held_rows") > 0;
    }

    /**
     * By shared key whether its rows become final now, and for each outcome class the row that stands for the interaction: the
     * first by one number of 126 bits, made of outcome time and decision time in microseconds (54 bits each, enough for every
     * year that a row can have) and of the content.
     */
    private String chosenRows(List<String> classes) {
        String chosen = classes.stream()
                .map(name -> SqlTemplate.of("""
                        ,
                        arg_min(row_id, (CAST(${class} = ${negative} AS HUGEINT) << 126) + place)
                            FILTER (${class} IS NOT NULL AND NOT again) AS ${class}
                        """)
                        .with("class", name)
                        .with("negative", OutcomeClass.NEGATIVE)
                        .sql())
                .collect(Collectors.joining());
        return SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE chosen_rows AS
                SELECT
                    "key",
                    ${finalised} AS finalised${chosen}
                FROM (
                    SELECT
                        *,
                        (${at} << 72) + (${decided} << 18) + ("tie" >> ${otherBits}) AS place,
                        ${again} AS again
                    FROM shared_rows
                )
                GROUP BY "key"
                """)
                .with("finalised", finalisation.finalisedByKey())
                .with("chosen", chosen)
                .with("at", micros("\"at\""))
                .with("decided", micros("coalesce(\"decided\", \"at\")"))
                .with("otherBits", DuplicateCandidates.TIE_BITS - 18)
                .with("again", repeats ? "row_id IN (SELECT row_id FROM repeated_rows)" : "false")
                .sql();
    }

    /**
     * Of shared rows whether they would become final if they were alone with their key, and for each outcome class whether another
     * row stands for the interaction.
     */
    private String passedOverRows(List<String> classes) {
        return SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE passed_over_rows AS
                SELECT
                    w.row_id,
                    ${alone} AND NOT c.finalised AS held${passedOver}
                FROM shared_rows w
                JOIN chosen_rows c ON w."key" = c."key"
                """)
                .with("alone", finalisation.finalisedAlone())
                .with(
                        "passedOver",
                        classes.stream()
                                .map(name -> ",\nw." + name + " IS NOT NULL AND w.row_id IS DISTINCT FROM c." + name
                                        + " AS " + name)
                                .collect(Collectors.joining()))
                .sql();
    }

    private static String micros(String time) {
        return "CAST(epoch_us(" + time + ") - epoch_us(TIMESTAMP '" + TimeSql.EARLIEST + "') AS HUGEINT)";
    }

    /** A query of the rows that count for a metric: the columns of the buffer, and whether the row is {@code finalised}. */
    String of(MetricPlan plan) {
        String left = plan.resolves() ? without("passed_over_rows WHERE " + plan.quotedClass()) : withoutRepeats();
        return rows(left, " AND w." + plan.quotedClass() + " IS NOT NULL");
    }

    /** A query of all usable rows that repeat no other, and whether the row is {@code finalised}. */
    String unrepeated() {
        return rows(withoutRepeats(), "");
    }

    private String rows(String without, String condition) {
        return SqlTemplate.of("""
                SELECT w.*, ${finalised} AS finalised
                FROM ${buffer} w
                ${without}
                WHERE w."at" IS NOT NULL${condition}
                """)
                .with("finalised", finalised())
                .with("buffer", LateArrivalBuffer.TABLE)
                .with("without", without)
                .with("condition", condition)
                .sql();
    }

    private String withoutRepeats() {
        return repeats ? without("repeated_rows") : "";
    }

    private static String without(String rows) {
        return "ANTI JOIN (SELECT row_id FROM " + rows + ") p ON w.rowid = p.row_id";
    }

    private String finalised() {
        return finalisation.finalisedAlone() + (held ? " AND w.rowid NOT IN (SELECT row_id FROM held_rows)" : "");
    }

    /** Whether a row {@code w} of the buffer becomes final. */
    String finalising() {
        return "w.\"at\" IS NOT NULL AND " + finalised();
    }

    void dropTemporaryTables() {
        session.run(
                "DROP TABLE IF EXISTS passed_over_rows",
                "DROP TABLE IF EXISTS held_rows",
                "DROP TABLE IF EXISTS repeated_rows");
    }
}
