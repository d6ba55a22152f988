package com.cdhdashboard.app.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How busy the days of an export are: quieter at weekends, slowly growing, with days that differ a little.
 *
 * @param shares one number per day; the share of all up to and with that day
 */
record Seasons(List<Double> shares) {
    private static final List<Double> WEEK = List.of(1.10, 1.12, 1.05, 1.04, 0.98, 0.80, 0.74);

    static Seasons of(SampleSettings settings) {
        double[] upTo = new double[settings.days()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            LocalDate day = settings.start().plusDays(i);
            double weekday = WEEK.get(day.getDayOfWeek().getValue() - 1);
            double chance = 0.94 + 0.12 * Mix.uniform(settings.seed(), day.toEpochDay());
            sum += weekday * chance * (1 + 0.2 * elapsed(settings, day));
            upTo[i] = sum;
        }
        double total = sum;
        return new Seasons(Arrays.stream(upTo).map(part -> part / total).boxed().toList());
    }

    /** How much of {@code amount} falls on the days up to and with day {@code index}; on the last day, all of it. */
    long upTo(int index, long amount) {
        return index == shares.size() - 1 ? amount : StrictMath.round(shares.get(index) * amount);
    }

    /** 0 on the first day, 1 on the last. */
    static double elapsed(SampleSettings settings, LocalDate day) {
        return settings.days() == 1
                ? 1
                : (double) (day.toEpochDay() - settings.start().toEpochDay()) / (settings.days() - 1);
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
