package com.cdhdashboard.duckdb.imports;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Made-up histories of 1 to 100 days, with outcomes 0 to 60 days late, also just before, on and past the limit. */
final class RandomHistories {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final long MICROS_A_DAY = Duration.ofDays(1).toNanos() / 1000;

    private final Random random;
    private final int lateDays;
    private final int days;
    private final Missing missing;
    private final List<DatedRow> rows = new ArrayList<>();

    /** Whose decision time is missing. */
    private enum Missing {
        NONE,
        SOME,
        ALL
    }

    RandomHistories(Random random, int lateDays) {
        this.random = random;
        this.lateDays = lateDays;
        this.days = 1 + random.nextInt(100);
        this.missing = random.nextInt(6) > 0 ? Missing.NONE : random.nextBoolean() ? Missing.SOME : Missing.ALL;
    }

    List<DatedRow> make() {
        int interactions = 5 + random.nextInt(35);
        for (int i = 0; i < interactions; i++) {
            addInteraction(i);
        }
        if (random.nextInt(3) > 0) {
            for (int day = 0; day < days; day++) {
                LocalDateTime time = START.plusDays(day).atTime(12, 0);
                add(1_000 + day, DatedRow.IMPRESSION, time, time);
            }
        }
        return rows;
    }

    private void addInteraction(int number) {
        LocalDateTime decided = START.atStartOfDay().plus(random.nextLong(days * MICROS_A_DAY), ChronoUnit.MICROS);
        if (random.nextInt(8) > 0) {
            add(number, DatedRow.IMPRESSION, decided, random.nextInt(5) > 0 ? decided : later(decided, 4));
        }
        for (String outcome : List.of(DatedRow.CLICKED, DatedRow.CONVERSION, "Pending")) {
            if (random.nextInt(5) < 2) {
                add(number, outcome, decided, outcomeTime(decided));
            }
        }
    }

    private LocalDateTime outcomeTime(LocalDateTime decided) {
        return random.nextInt(4) > 0
                ? later(decided, random.nextBoolean() ? 61 : Math.max(1, lateDays))
                : decided.plusDays(lateDays).plus(random.nextInt(3) - 1L, ChronoUnit.MICROS);
    }

    private LocalDateTime later(LocalDateTime time, int belowDays) {
        return time.plus(random.nextLong(belowDays * MICROS_A_DAY), ChronoUnit.MICROS);
    }

    private void add(int interaction, String outcome, LocalDateTime decided, LocalDateTime answered) {
        boolean unknown = missing == Missing.ALL || (missing == Missing.SOME && random.nextInt(4) == 0);
        boolean event = outcome.equals(DatedRow.CONVERSION) && interaction % 4 > 0;
        DatedRow row = new DatedRow(
                interaction,
                outcome,
                unknown ? Optional.empty() : Optional.of(decided),
                answered,
                event ? "E" + interaction / 3 : "");
        rows.add(row);
        if (random.nextInt(6) == 0) {
            rows.add(row);
        }
        if (random.nextInt(12) == 0) {
            rows.add(new DatedRow(interaction, outcome, row.decided(), later(answered, 3), row.event()));
        }
    }
}
