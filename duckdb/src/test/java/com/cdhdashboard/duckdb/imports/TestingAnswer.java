package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.Question;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a question for all scores, to be looked at group by group. */
record TestingAnswer(Table table) {
    static TestingAnswer of(TestingStore store, Metric metric, List<String> groupBy, Filter... filters) {
        return new TestingAnswer(
                Question.ofAllScores(metric, groupBy, List.of(filters)).answer(store.cubes()));
    }

    /** A group by the values of its dimensions, as they are in the table. */
    Group group(@Nullable Object... values) {
        return groups().stream()
                .filter(group -> group.dimensions().equals(Arrays.asList(values)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + Arrays.toString(values) + " in " + table.rows()));
    }

    List<Group> groups() {
        return table.rows().stream().map(row -> new Group(table, row)).toList();
    }

    /** One row of the answer. */
    record Group(Table table, List<@Nullable Object> row) {
        List<@Nullable Object> dimensions() {
            return row.subList(0, (int) table.columns().stream()
                    .filter(column -> column.role() == Column.Role.DIMENSION)
                    .count());
        }

        @Nullable
        Object value(String score) {
            return row.get(table.indexOf(score)
                    .orElseThrow(() -> new AssertionError("no score " + score + " in " + table.columns())));
        }

        void assertCount(String score, long expected) {
            assertThat(value(score)).as(what(score)).isEqualTo(expected);
        }

        /** An expected NaN stands for a score that is not available. */
        void assertNear(String score, double expected, double error) {
            @Nullable Object actual = value(score);
            if (Double.isNaN(expected)) {
                assertThat(actual).as(what(score)).isNull();
            } else {
                assertThat(actual).as(what(score)).isInstanceOf(Double.class);
                assertThat((Double) actual).as(what(score)).isCloseTo(expected, within(error));
            }
        }

        private String what(String score) {
            return score + " of " + dimensions();
        }
    }
}
