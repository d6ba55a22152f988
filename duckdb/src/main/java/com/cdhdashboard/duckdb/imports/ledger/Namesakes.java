package com.cdhdashboard.duckdb.imports.ledger;

import com.cdhdashboard.core.cube.DayStretches;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what becomes of a file when files of its name with other content were imported before: exports call the files of
 * every day alike. In the same folder, or where most days are the same, it is the earlier file in another state, and takes
 * its place only on request; else it is another file, and both count.
 */
public final class Namesakes {
    private final Session session;
    private final FileLedger ledger;
    private final DayZone zone;
    private final boolean replace;

    public Namesakes(Session session, FileLedger ledger, DayZone zone, boolean replace) {
        this.session = session;
        this.ledger = ledger;
        this.zone = zone;
        this.replace = replace;
    }

    /**
     * What becomes of a file.
     *
     * @param replaced earlier files of which it takes the place
     * @param refusal why it is not taken
     * @param remark what the user should know where it is
     */
    public record Verdict(List<FileLedger.Entry> replaced, Optional<String> refusal, Optional<String> remark) {
        static Verdict refused(String why) {
            return new Verdict(List.of(), Optional.of(why), Optional.empty());
        }
    }

    /** To be asked once all rows of the file are in the buffer. */
    public Verdict of(PendingFile file, int id) {
        if (file.known().isPresent()) {
            return new Verdict(file.known().stream().toList(), Optional.empty(), Optional.empty());
        }
        if (file.namesakes().isEmpty()) {
            return new Verdict(List.of(), Optional.empty(), Optional.empty());
        }
        Days days = days(id);
        List<FileLedger.Entry> earlier = file.namesakes().stream()
                .filter(entry -> ledger.isBeside(entry.id(), file.source()) || isSame(days, entry))
                .toList();
        if (earlier.isEmpty()) {
            return new Verdict(
                    List.of(),
                    Optional.empty(),
                    Optional.of("a file of this name was imported before for other days; both count"));
        }
        List<LocalDate> finals = finalDays(earlier);
        if (!finals.isEmpty()) {
            return Verdict.refused(
                    "a file of this name was imported before with other content, and its rows decided on "
                            + DayStretches.text(finals)
                            + " are final: their numbers are kept without the rows, and cannot be taken"
                            + " back. To correct them, import all files of all days anew with --remove-existing, this one among"
                            + " them; or rename it if both count");
        }
        if (!replace) {
            return Verdict.refused(
                    "a file of this name was imported before with other content; import with --replace to"
                            + " take this one instead, or rename it if both count");
        }
        return new Verdict(earlier, Optional.empty(), Optional.empty());
    }

    /** How many rows of a file there are of each day. */
    private record Days(Map<LocalDate, Long> rows) {
        long count() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        long shared(Days other) {
            return rows.entrySet().stream()
                    .mapToLong(day -> Math.min(day.getValue(), other.rows.getOrDefault(day.getKey(), 0L)))
                    .sum();
        }
    }

    /** On which days rows were decided that are final; of files of which none have there are none. */
    private List<LocalDate> finalDays(List<FileLedger.Entry> files) {
        List<Integer> finalised = files.stream()
                .filter(FileLedger.Entry::finalised)
                .map(FileLedger.Entry::id)
                .toList();
        return finalised.isEmpty()
                ? List.of()
                : session.list(
                        "SELECT DISTINCT decided FROM file_days SEMI JOIN final_days USING (decided) WHERE \"file\" IN ("
                                + LateArrivalBuffer.ids(finalised) + ") ORDER BY decided",
                        row -> row.getObject(1, LocalDate.class));
    }

    /** Of a file that is published these are kept for good, as its rows are not. */
    private Days days(int file) {
        Days published = days(
                "SELECT answered, CAST(sum(n) AS BIGINT) FROM file_days WHERE \"file\" = ? GROUP BY answered", file);
        return published.rows().isEmpty()
                ? days(
                        "SELECT " + zone.day("\"at\"") + ", count(*) FROM " + LateArrivalBuffer.TABLE
                                + " WHERE \"file\" = ? AND \"at\" IS NOT NULL GROUP BY ALL",
                        file)
                : published;
    }

    private Days days(String query, int file) {
        Map<LocalDate, Long> rows = new LinkedHashMap<>();
        session.list(query, row -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)), file)
                .forEach(day -> rows.put(day.getKey(), day.getValue()));
        return new Days(rows);
    }

    /** Whether at least half of the smaller file is of days of the other. */
    private boolean isSame(Days file, FileLedger.Entry entry) {
        Days earlier = days(entry.id());
        return 2 * file.shared(earlier) >= Math.min(file.count(), earlier.count());
    }
}
