package com.cdhdashboard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.cube.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
    private final List<Record> made = new ArrayList<>();
    private final RecentAnswers recent = new RecentAnswers(100);

    private record Rows(int count) {}

    private record Values(String of) {}

    private Table ask(int rows) {
        Rows question = new Rows(rows);
        return recent.table(question, () -> {
            made.add(question);
            return new Table(List.of(Column.measure("n", ValueType.INTEGER)), Collections.nCopies(rows, List.of(1L)));
        });
    }

    @Test
    void makesAnAnswerOnce() {
        assertThat(ask(3).rows()).hasSize(3);
        assertThat(ask(3)).isSameAs(ask(3));
        assertThat(made).containsExactly(new Rows(3));
    }

    @Test
    void questionsOfDifferentKindsAreAskedApart() {
        List<ValueCount> counts = List.of(new ValueCount("a", 1));
        assertThat(recent.values(new Values("x"), () -> counts)).isEqualTo(counts);
        assertThat(recent.answer(new Values("y"), Long.class, () -> 7L)).isEqualTo(7);
        assertThat(recent.values(new Values("x"), List::of)).isEqualTo(counts);
    }
}
