package com.cdhdashboard.core.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.TimeStep;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuitedStepTest {
    /** From a Sunday, 1 September 2024. */
    @ParameterizedTest
    @CsvSource({
        "1, 100, DAY",
        "16, 100, DAY",
        "16, 100000, DAY",
        "60, 5000, WEEK",
        "60, 30000, WEEK",
        "60, 60000, DAY",
        "75, 75000, DAY",
        "76, 1000000, WEEK",
        "400, 1000000, WEEK",
        "400, 40000, MONTH",
        "400, 10, MONTH",
        "1500, 100000000, MONTH",
        "3000, 100000000, QUARTER",
        "9000, 100000000, YEAR"
    })
    void theFinestStepIsTakenThatLeavesFewAndFullPoints(int days, double rows, TimeStep step) {
        LocalDate first = LocalDate.parse("2024-09-01");

        assertThat(SuitedStep.suited(first, first.plusDays(days - 1L), rows, SuitedStep.MOST_IN_CHART))
                .isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "WEEK; 2024-09-02; 2024-09-15; ''",
                "WEEK; 2024-09-03; 2024-09-15; The data reach from 3 Sep 2024 to 15 Sep 2024, so the first week is not whole.",
                "WEEK; 2024-09-02; 2024-09-14; The data reach from 2 Sep 2024 to 14 Sep 2024, so the last week is not whole.",
                "QUARTER; 2024-07-02; 2024-12-30; The data reach from 2 Jul 2024 to 30 Dec 2024, so the first and the last"
                        + " quarter are not whole.",
                "YEAR; 2023-01-01; 2024-12-31; ''"
            })
    void stepsThatAreNotWholeAreTold(TimeStep step, LocalDate first, LocalDate last, String note) {
        assertThat(NumberNotes.unwhole(step, first, last).orElse("")).isEqualTo(note);
    }
}
