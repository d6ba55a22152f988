package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.core.cube.DayStretches;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be told of rows whose days are out of order, with their number and the first of them. */
public final class DayNotes {
    private static final String OF_ALL_FILES = "true";
    private static final String OF_NEW_FILES = "published = false";

    private final Session session;
    private final Finalisation finalisation;

    public DayNotes(Session session, Finalisation finalisation) {
        this.session = session;
        this.finalisation = finalisation;
    }

    /** As a file and a day of it. */
    private record Rows(long count, String file, LocalDate day) {
        String first() {
            return "the first in \"" + file + "\" on " + day;
        }
    }

    /** Of files committed since the last publication. */
    public List<String> ofNewFiles() {
        return of(OF_NEW_FILES);
    }

    public List<String> ofAllFiles() {
        return of(OF_ALL_FILES);
    }

    private List<String> of(String files) {
        List<String> notes = new ArrayList<>();
        rows(files, "late").map(this::late).ifPresent(notes::add);
        rows(files, "ahead AND answered > (SELECT last_day FROM store)")
                .or(() -> rows(files, "ahead AND NOT EXISTS (SELECT 1 FROM file_days WHERE NOT ahead)"))
                .map(DayNotes::ahead)
                .ifPresent(notes::add);
        rows(files, "again").map(this::again).ifPresent(notes::add);
        return notes;
    }

    private Optional<Rows> rows(String files, String condition) {
        String rows = SqlTemplate.of("""
                SELECT n, name, answered
                FROM (
                    SELECT f.name, d.answered, CAST(sum(d.n) OVER () AS BIGINT) AS n
                    FROM file_days d
                    JOIN files f ON f.id = d."file"
                    WHERE ${files} AND ${condition}
                )
                ORDER BY answered, name
                LIMIT 1
                """)
                .with("files", files)
                .with("condition", condition)
                .sql();
        return session.first(
                rows, row -> new Rows(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)));
    }

    private String late(Rows rows) {
        return counted(
                rows,
                "came more than " + finalisation.lateDays() + " days after the decision, " + rows.first()
                        + ": such a row is an interaction of its own");
    }

    private static String ahead(Rows rows) {
        return counted(
                rows,
                "with a day far beyond those of the others, " + rows.first() + ": such a row counts, but the"
                        + " days before it are not final because of it");
    }

    private String again(Rows rows) {
        return counted(
                rows,
                "came for days that were final, " + rows.first() + ": interactions may be counted twice on "
                        + DayStretches.text(finalisation.days().countedTwice())
                        + ", until all files are imported anew with"
                        + " --remove-existing. Import with --keep-open where the rows of a day come in several parts");
    }

    private static String counted(Rows rows, String what) {
        return rows.count() == 1 ? "1 row " + what : NumberText.count(rows.count()) + " rows " + what;
    }
}
