package com.cdhdashboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class QuestionOptionsTest {
    @Command(name = "asking")
    private static final class Asking {
        @Mixin
        private final QuestionOptions question = new QuestionOptions();
    }

    @ParameterizedTest
    @CsvSource({
        "last7, 2024-12-31, 1, ''",
        "all, 2024-12-31, 0, ''",
        "all, , 0, ''",
        "last7, , 0, 'The data have no days, so --period narrows nothing.'"
    })
    void aPeriodThatDataWithoutDaysCannotTakeIsSaid(String period, LocalDate last, int filters, String note) {
        Asking asking = new Asking();
        new CommandLine(asking).parseArgs("--period", period);
        Optional<LocalDate> to = Optional.ofNullable(last);
        assertThat(asking.question.within(List.of(), to)).hasSize(filters);
        assertThat(asking.question.unnarrowed(to).orElse("")).isEqualTo(note);
    }
}
