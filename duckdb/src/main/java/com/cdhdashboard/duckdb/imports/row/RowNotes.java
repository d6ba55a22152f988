package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is odd about the rows of new files although they count: told with its number, and an example where there is one. */
public final class RowNotes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final LocalDate FIRST_LIKELY = LocalDate.EPOCH;

    private final Session session;
    private final List<Time> times;
    private final List<String> numbers;
    private final boolean keyed;

    /**
     * Notes on one kind of rows.
     *
     * @param numbers the columns of {@link Remarks}, in their order
     * @param keyed whether rows should have a key
     */
    public RowNotes(Session session, List<Time> times, List<String> numbers, boolean keyed) {
        this.session = session;
        this.times = List.copyOf(times);
        this.numbers = List.copyOf(numbers);
        this.keyed = keyed;
    }

    /** A time of a row: the column it was read from, and the one of the buffer, quoted. */
    public record Time(String name, String column) {}

    /** How many rows have an unlikely time, and the first of them. */
    private record Unlikely(Time time, long count, Optional<LocalDateTime> first, int file) {}

    /** How many rows are odd in which way; {@code notFinite} by the place of the column. */
    private record Counts(long withoutKey, List<Unlikely> unlikely, List<Long> notFinite) {}

    /** The notes on the rows of files that are committed and not published yet. */
    public List<String> ofNewFiles() {
        int lastYear = LocalDate.now(ZoneOffset.UTC).getYear() + 1;
        Counts counts = session.first(
                        "SELECT " + counted(lastYear) + " FROM " + LateArrivalBuffer.TABLE
                                + " WHERE \"at\" IS NOT NULL AND"
                                + " \"file\" IN (SELECT id FROM files WHERE committed AND NOT published)",
                        this::counts)
                .orElseThrow();
        List<String> notes = new ArrayList<>();
        if (counts.withoutKey() > 0) {
            notes.add(rows(counts.withoutKey()) + " no " + Interaction.INTERACTION_ID
                    + ": each counts as an interaction of its own, and none as a repeat");
        }
        counts.unlikely().stream()
                .filter(unlikely -> unlikely.count() > 0)
                .forEach(unlikely -> notes.add(note(unlikely, lastYear)));
        for (int place = 0; place < counts.notFinite().size(); place++) {
            if (counts.notFinite().get(place) > 0) {
                notes.add(rows(counts.notFinite().get(place)) + " NaN or an infinite number as " + names(place)
                        + ": counted as missing values");
            }
        }
        return notes;
    }

    private String counted(int lastYear) {
        List<String> counted = new ArrayList<>();
        counted.add(keyed ? "count(*) FILTER (" + DuplicateKeys.KEY + " IS NULL)" : "0");
        for (Time time : times) {
            String unlikely = " FILTER (" + time.column() + " < DATE '" + FIRST_LIKELY + "' OR " + time.column()
                    + " >= DATE '" + LocalDate.of(lastYear + 1, 1, 1) + "')";
            counted.add("count(*)" + unlikely);
            counted.add("arg_min(" + time.column() + ", rowid)" + unlikely);
            counted.add("arg_min(\"file\", rowid)" + unlikely);
        }
        for (int place = 0; place < places(); place++) {
            counted.add("count(*) FILTER (" + Remarks.has(place) + ")");
        }
        return String.join(", ", counted);
    }

    private Counts counts(ResultSet row) throws SQLException {
        int column = 2;
        List<Unlikely> unlikely = new ArrayList<>();
        for (Time time : times) {
            Optional<LocalDateTime> first = Optional.ofNullable(row.getObject(column + 1, LocalDateTime.class));
            unlikely.add(new Unlikely(time, row.getLong(column), first, row.getInt(column + 2)));
            column += 3;
        }
        List<Long> notFinite = new ArrayList<>();
        for (int place = 0; place < places(); place++) {
            notFinite.add(row.getLong(column + place));
        }
        return new Counts(row.getLong(1), unlikely, notFinite);
    }

    private String note(Unlikely unlikely, int lastYear) {
        String first = unlikely.first().map(TIME::format).orElse("");
        String file = session.first("SELECT name FROM files WHERE id = ?", row -> row.getString(1), unlikely.file())
                .orElse("");
        return rows(unlikely.count()) + " a time before " + FIRST_LIKELY.getYear() + " or after " + lastYear + " in "
                + unlikely.time().name() + ", the first " + first + " in \"" + file + "\": counted as "
                + (unlikely.count() == 1 ? "it is" : "they are") + "; correct the export if the year is wrong";
    }

    private int places() {
        return Math.min(numbers.size(), Remarks.LAST_BIT + 1);
    }

    private String names(int place) {
        return place < Remarks.LAST_BIT
                ? numbers.get(place)
                : String.join(" or ", numbers.subList(place, numbers.size()));
    }

    private static String rows(long count) {
        return count == 1 ? "1 row has" : count + " rows have";
    }
}
