package com.cdhdashboard.duckdb.imports.late;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalisationRuleTest {
    private static final LocalDateTime IMPORTED = LocalDateTime.of(2024, 6, 1, 8, 0);
    private static final FinalisationRule RULE = new FinalisationRule(3, Duration.ofDays(2), DayZone.UTC);

    /** Of decisions on the 1st to 9th of March. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // every day has rows: final are those that lie more than three days before the last
                "1 2 3 4 5 6 7 8 9 | 0  | 1 2 3 4 5",
                "1 2 3 4           | 0  | ''",
                "1 2 3 4 5         | 0  | 1",
                // a day without rows holds open those that it may have outcomes of, and no others
                "1 2 3 4 6 7 8 9   | 0  | 1",
                "1 2 3 4 6 7 8 9   | 47 | 1",
                "1 2 3 4 6 7 8 9   | 48 | 1 2 3 4 5",
                "2 3 4 5 6         | 0  | 2",
                "2 3 4 5 6         | 48 | 1 2",
                // nothing of the days a decision may have outcomes on, but later ones
                "9                 | 47 | ''",
                "9                 | 48 | 1 2 3 4 5",
            })
    void aDayIsFinalOnceItsOutcomesHaveCome(String outcomes, int hours, String expected) {
        SortedMap<LocalDate, LocalDateTime> days = new TreeMap<>();
        days(outcomes).forEach(day -> days.put(day, IMPORTED));
        assertThat(RULE.finalDays(days("1 2 3 4 5 6 7 8 9"), days, IMPORTED.plusHours(hours)))
                .containsExactlyElementsOf(days(expected));
    }

    private static List<LocalDate> days(String text) {
        return Stream.of(text.split(" "))
                .filter(day -> !day.isEmpty())
                .map(day -> LocalDate.of(2024, 3, Integer.parseInt(day)))
                .toList();
    }
}
