package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.BundleLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the days of a bundle may be added to those of a store: of each source every day counts once. */
final class BundleDays {
    private static final int NAMED = 5;

    private final Session session;
    private final BundleLedger ledger;
    private final Map<String, List<DayRange>> days;

    /** @param days those of the bundle, by source */
    BundleDays(Session session, Map<String, List<DayRange>> days) {
        this.session = session;
        this.ledger = new BundleLedger(session);
        this.days = days;
    }

    /** Refuses days that rows were imported of into this store, where these are called as one of the sources. */
    void requireNotImported(String own) {
        List<DayRange> shared = new ArrayList<>();
        for (DayRange imported : importedDays()) {
            days.getOrDefault(own, List.of())
                    .forEach(range -> range.shared(imported).ifPresent(shared::add));
        }
        if (!shared.isEmpty()) {
            throw new UserException("it holds " + words(shared) + " of the source \"" + own
                    + "\", of which rows were imported into this store; they would count twice. Export the other days alone"
                    + " with --from and --to, export it under another --source if these are other data, or remove the rows"
                    + " with --remove-existing");
        }
    }

    private List<DayRange> importedDays() {
        List<LocalDate> outcomes = session.list(
                "SELECT DISTINCT answered FROM file_days ORDER BY answered", row -> row.getObject(1, LocalDate.class));
        return outcomes.isEmpty()
                ? session.list(
                        "SELECT first_day, last_day FROM store WHERE first_day IS NOT NULL",
                        row -> new DayRange(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                : DayRange.of(outcomes);
    }

    /** The bundles whose place this one takes: those with days of its own. */
    List<BundleLedger.Entry> replaced(boolean replace) {
        Map<BundleLedger.Entry, List<DayRange>> overlaps = new LinkedHashMap<>();
        for (BundleLedger.Days held : ledger.days()) {
            for (DayRange range : days.getOrDefault(held.source(), List.of())) {
                range.shared(held.days())
                        .ifPresent(shared -> overlaps.computeIfAbsent(held.bundle(), none -> new ArrayList<>())
                                .add(shared));
            }
        }
        if (!overlaps.isEmpty() && !replace) {
            Map.Entry<BundleLedger.Entry, List<DayRange>> first =
                    overlaps.entrySet().iterator().next();
            throw new UserException("it holds " + words(first.getValue()) + ", which the bundle \""
                    + first.getKey().name()
                    + "\" of the same source holds, too; they would count twice. Import it with --replace to take it instead,"
                    + " or export the other days alone with --from and --to");
        }
        overlaps.keySet().forEach(this::requireCovered);
        return List.copyOf(overlaps.keySet());
    }

    /** What is taken out as a whole must come back as a whole. */
    private void requireCovered(BundleLedger.Entry replaced) {
        for (BundleLedger.Days held : ledger.days()) {
            if (held.bundle().equals(replaced)) {
                LocalDate day = held.days().first();
                for (; !day.isAfter(held.days().last()); day = day.plusDays(1)) {
                    if (!holds(held.source(), day)) {
                        throw new UserException("the bundle \"" + replaced.name() + "\", which it would replace, holds "
                                + day + " of the source \"" + held.source()
                                + "\", too, and this one does not: that day would be lost. Export a bundle with all of its"
                                + " days, or the others alone with --from and --to");
                    }
                }
            }
        }
    }

    private boolean holds(String source, LocalDate day) {
        return days.getOrDefault(source, List.of()).stream()
                .anyMatch(range -> !day.isBefore(range.first()) && !day.isAfter(range.last()));
    }

    /** The other sources that the store has days of this bundle from; they are added up. */
    Set<String> othersOfTheSameDays(String own) {
        Set<String> others = new LinkedHashSet<>();
        List<DayRange> imported = importedDays();
        days.forEach((source, ranges) -> {
            for (BundleLedger.Days held : ledger.days()) {
                if (!held.source().equals(source)
                        && ranges.stream()
                                .anyMatch(range -> range.shared(held.days()).isPresent())) {
                    others.add(held.source());
                }
            }
            if (!source.equals(own)
                    && imported.stream()
                            .anyMatch(held -> ranges.stream()
                                    .anyMatch(range -> range.shared(held).isPresent()))) {
                others.add(own);
            }
        });
        return others;
    }

    private static String words(List<DayRange> ranges) {
        String named = ranges.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return ranges.size() > NAMED ? named + " and other days" : named;
    }
}
