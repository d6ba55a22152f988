package com.cdhdashboard.duckdb.imports;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a history gives by the definitions, by looking at all its rows. */
final class CountedByHand {
    private static final Comparator<DatedRow> EARLIEST =
            Comparator.comparing(DatedRow::answered).thenComparing(DatedRow::decidedOrAnswered);

    private final Duration limit;
    private final ZoneId zone;
    private final List<List<DatedRow>> interactions = new ArrayList<>();

    CountedByHand(List<DatedRow> rows, int lateDays, ZoneId zone) {
        this.limit = Duration.ofDays(lateDays);
        this.zone = zone;
        Map<Integer, List<DatedRow>> inTime = new HashMap<>();
        Map<List<Object>, List<DatedRow>> late = new HashMap<>();
        for (DatedRow row : rows) {
            if (Duration.between(row.decidedOrAnswered(), row.answered()).compareTo(limit) > 0) {
                late.computeIfAbsent(
                                List.of(row.interaction(), row.outcome(), row.answered()), key -> new ArrayList<>())
                        .add(row);
            } else {
                inTime.computeIfAbsent(row.interaction(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        interactions.addAll(late.values());
        inTime.values().forEach(this::addApart);
    }

    /** Rows decided further apart than the limit are of interactions of their own. */
    private void addApart(List<DatedRow> rows) {
        rows.sort(Comparator.comparing(DatedRow::decidedOrAnswered));
        List<DatedRow> current = new ArrayList<>();
        for (DatedRow row : rows) {
            if (!current.isEmpty()) {
                DatedRow last = current.get(current.size() - 1);
                if (Duration.between(last.decidedOrAnswered(), row.decidedOrAnswered())
                                .compareTo(limit)
                        > 0) {
                    interactions.add(current);
                    current = new ArrayList<>();
                }
            }
            current.add(row);
        }
        interactions.add(current);
    }

    private List<DatedRow> chosen(Set<String> positive, Set<String> negative) {
        return interactions.stream()
                .flatMap(rows -> earliest(rows, positive).or(() -> earliest(rows, negative)).stream())
                .toList();
    }

    /** Without repeats: of one outcome the earliest. */
    private static Optional<DatedRow> earliest(Collection<DatedRow> rows, Set<String> outcomes) {
        return rows.stream().filter(row -> outcomes.contains(row.outcome())).min(EARLIEST);
    }

    /** Of each day and channel, as a text. */
    Map<LocalDate, Map<String, String>> engagement() {
        Map<LocalDate, Map<String, List<DatedRow>>> cells =
                byDay(chosen(Set.of(DatedRow.CLICKED), Set.of(DatedRow.IMPRESSION)));
        return texts(cells, rows -> count(rows, DatedRow.CLICKED) + " of " + rows.size());
    }

    /** With revenue, and the share that each event's rows have in it. */
    Map<LocalDate, Map<String, String>> conversion() {
        List<DatedRow> kept =
                chosen(Set.of(DatedRow.CONVERSION), Set.of(DatedRow.IMPRESSION, DatedRow.CLICKED, "Pending"));
        Map<String, Long> rowsOfEvents = kept.stream()
                .filter(row -> isPositive(row) && !row.event().isEmpty())
                .collect(Collectors.groupingBy(CountedByHand::event, Collectors.counting()));
        return texts(
                byDay(kept),
                rows -> conversionText(
                        count(rows, DatedRow.CONVERSION),
                        rows.size(),
                        rows.stream().mapToDouble(DatedRow::revenue).sum(),
                        rows.stream()
                                .filter(CountedByHand::isPositive)
                                .mapToDouble(row -> 1.0 / rowsOfEvents.getOrDefault(event(row), 1L))
                                .sum()));
    }

    static String conversionText(long positives, long all, double revenue, double conversions) {
        return positives + " of " + all + ", " + Math.round(revenue * 1e6) + ", " + Math.round(conversions * 1e6);
    }

    private static boolean isPositive(DatedRow row) {
        return row.outcome().equals(DatedRow.CONVERSION);
    }

    /** An event is one of a customer. */
    private static String event(DatedRow row) {
        return row.interaction() % 5 + row.event();
    }

    private static long count(List<DatedRow> rows, String outcome) {
        return rows.stream().filter(row -> row.outcome().equals(outcome)).count();
    }

    private Map<LocalDate, Map<String, List<DatedRow>>> byDay(List<DatedRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.day(zone),
                        TreeMap::new,
                        Collectors.groupingBy(DatedRow::channel, Collectors.toList())));
    }

    private static Map<LocalDate, Map<String, String>> texts(
            Map<LocalDate, Map<String, List<DatedRow>>> cells, Function<List<DatedRow>, String> text) {
        Map<LocalDate, Map<String, String>> texts = new TreeMap<>();
        cells.forEach((day, channels) -> {
            Map<String, String> ofDay = new TreeMap<>();
            channels.forEach((channel, rows) -> ofDay.put(channel, text.apply(rows)));
            texts.put(day, ofDay);
        });
        return texts;
    }
}
