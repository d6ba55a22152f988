package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.store.BundleLedger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a bundle into both stores. All of it is checked in each before any of it is kept. */
final class BundleIntake {
    private final OpenedBundle bundle;
    private final String hash;
    private final Expected expected;
    private final UnpackLimits limits;
    private final ImportListener listener;

    BundleIntake(OpenedBundle bundle, String hash, Expected expected, UnpackLimits limits, ImportListener listener) {
        this.bundle = bundle;
        this.hash = hash;
        this.expected = expected;
        this.limits = limits;
        this.listener = listener;
    }

    /** What one store takes of the bundle. */
    record Half(BundleStore store, BundlePart part) {}

    /** What became of a bundle, and what is to be said. */
    record Result(FileSummary file, List<String> notes) {
        static Result refused(SourceFile source, String reason) {
            return new Result(FileSummary.failed(source.name(), reason), List.of());
        }

        Result with(String note) {
            return new Result(
                    file, Stream.concat(notes.stream(), Stream.of(note)).toList());
        }
    }

    Result take(Optional<Half> cells, Optional<Half> purchases, boolean replace) {
        List<Half> fresh = Stream.of(cells, purchases)
                .flatMap(Optional::stream)
                .filter(half -> half.store().ledger().entries().stream()
                        .noneMatch(entry -> entry.hash().equals(hash)))
                .toList();
        if (fresh.isEmpty()) {
            return new Result(summary(FileSummary.Status.UNCHANGED, 0, Optional.empty()), List.of());
        }
        Set<String> notes = new LinkedHashSet<>();
        List<Long> rows = new ArrayList<>();
        take(fresh, replace, notes, rows);
        return new Result(
                summary(
                        FileSummary.Status.IMPORTED,
                        rows.stream().mapToLong(Long::longValue).sum(),
                        Optional.of(words(fresh))),
                List.copyOf(notes));
    }

    /** The transaction of the first store ends after that of the second. */
    private void take(List<Half> halves, boolean replace, Set<String> notes, List<Long> rows) {
        if (halves.isEmpty()) {
            return;
        }
        Half half = halves.get(0);
        half.store().session().transaction(() -> {
            rows.add(take(half, replace, notes));
            take(halves.subList(1, halves.size()), replace, notes, rows);
        });
    }

    private long take(Half half, boolean replace, Set<String> notes) {
        BundleStore store = half.store();
        BundleLedger ledger = store.ledger();
        BundleDays days = new BundleDays(store.session(), half.part().days());
        if (half.part().days().isEmpty()) {
            throw new UserException("its " + Manifest.MEMBER + " does not say the days of "
                    + half.part().metrics().get(0) + " in its sources; export the bundle again");
        }
        days.requireNotImported(expected.own());
        days.replaced(replace).forEach(entry -> {
            ledger.remove(entry.id());
            notes.add("it takes the place of the bundle \"" + entry.name() + "\"");
        });
        int id = ledger.enter(new BundleLedger.Entered(
                bundle.source().name(), hash, LocalDateTime.now(ZoneOffset.UTC), expected.own()));
        requireNotCancelled();
        half.part().take(store, new ParquetTable(store.session(), limits), id);
        requireNotCancelled();
        half.part().days().forEach((source, ranges) -> ledger.addDays(id, source, ranges));
        long kept = half.part().kept(store, id);
        ledger.setKept(id, kept);
        List<String> said = said(half, days);
        ledger.addNotes(id, "", said);
        notes.addAll(said);
        ledger.lateOutcomes().ifPresent(notes::add);
        BundlePublication.begin(store, expected);
        return kept;
    }

    private void requireNotCancelled() {
        if (listener.cancelled()) {
            throw new UserException(FileSummary.CANCELLED);
        }
    }

    /** What its own store said of the data, and what adding them up means. */
    private List<String> said(Half half, BundleDays days) {
        List<String> said = new ArrayList<>();
        if (half.part() instanceof BundlePart.Cells) {
            said.addAll(BundleNotes.few(bundle.manifest().notes()));
        }
        Set<String> others = days.othersOfTheSameDays(expected.own());
        if (!others.isEmpty()) {
            said.add("days of the sources " + quoted(half.part().days().keySet()) + " are also those of "
                    + quoted(others) + ", and are added up");
        }
        return said;
    }

    private static String quoted(Set<String> names) {
        return String.join(", ", names.stream().map(name -> '"' + name + '"').toList());
    }

    private String words(List<Half> halves) {
        List<String> words = new ArrayList<>();
        for (Half half : halves) {
            half.part().days().forEach((source, ranges) -> {
                DayRange all = new DayRange(
                        ranges.get(0).first(), ranges.get(ranges.size() - 1).last());
                words.add((half.part() instanceof BundlePart.Cells ? "cells of " : "purchases of ")
                        + String.join(", ", half.part().metrics()) + ", " + all + " of \"" + source + "\"");
            });
        }
        return "a bundle: " + String.join("; ", words);
    }

    private FileSummary summary(FileSummary.Status status, long rows, Optional<String> message) {
        return new FileSummary(bundle.source().name(), status, rows, 0, 0, 0, rows, message);
    }
}
