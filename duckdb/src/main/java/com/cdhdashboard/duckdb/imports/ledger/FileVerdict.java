package com.cdhdashboard.duckdb.imports.ledger;

import com.cdhdashboard.core.ingest.FileSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file that was read to its end came to, by the counts of its rows. */
public record FileVerdict(FileSummary.Status status, Optional<String> reason) {
    /** @param firstRejected the reason of the first row that was rejected */
    public static FileVerdict of(FileLedger.Counts counts, Optional<String> firstRejected) {
        if (counts.read() == 0) {
            return new FileVerdict(FileSummary.Status.EMPTY, Optional.of("it holds no rows"));
        }
        if (counts.filtered() == counts.read()) {
            return new FileVerdict(FileSummary.Status.EMPTY, Optional.of("no row passes the configured filter"));
        }
        if (counts.repeated() == counts.read()) {
            return new FileVerdict(
                    FileSummary.Status.EMPTY, Optional.of("every row repeats one that was imported before"));
        }
        FileSummary.Status status = counts.kept() == 0 ? FileSummary.Status.EMPTY : FileSummary.Status.PARTLY;
        return 2 * counts.kept() >= counts.read()
                ? new FileVerdict(FileSummary.Status.IMPORTED, firstRejected.map(FileVerdict::first))
                : new FileVerdict(status, Optional.of(leftOut(counts, firstRejected)));
    }

    /** Why a file of which every row was rejected is not taken at all. */
    public static String allRejected(long rows, Optional<String> firstRejected) {
        return (rows == 1 ? "its only row was rejected" : number(rows, "all %s rows were rejected"))
                + firstRejected.map(reason -> "; " + first(reason)).orElse("");
    }

    private static String leftOut(FileLedger.Counts counts, Optional<String> firstRejected) {
        Map<String, Long> left = new LinkedHashMap<>();
        left.put("filtered", counts.filtered());
        left.put("repeated", counts.repeated());
        left.put("rejected", counts.rejected());
        String what = left.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> number(part.getValue(), "%s ") + part.getKey())
                .collect(Collectors.joining(", "));
        String most = (counts.kept() == 0 ? "no row was kept" : "most rows were not kept") + ": of "
                + number(counts.read(), "%s") + " " + what;
        return Stream.concat(Stream.of(most), firstRejected.map(FileVerdict::first).stream())
                .collect(Collectors.joining("; "));
    }

    private static String first(String reason) {
        return "the first rejected, " + reason;
    }

    private static String number(long count, String format) {
        return String.format(Locale.ROOT, format, String.format(Locale.ROOT, "%,d", count));
    }

    /** The reasons as one message, if there is any. */
    public static Optional<String> joined(List<String> reasons) {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }
}
