package com.cdhdashboard.assistant.number;

import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What tools have answered in tests of numbers. */
final class TestingFacts {
    private TestingFacts() {}

    static Facts facts() {
        return Facts.builder()
                .said("Which campaigns such as Gold 2024 beat 10 % since 5 March 2023? Show the top 7.")
                .answer(
                        "q1",
                        new ToolAnswer(
                                json("{\"notes\": [\"1,259 rows count in no rate\"]}"),
                                Optional.of(channels()),
                                Optional.empty()))
                .answer(
                        "q2",
                        new ToolAnswer(
                                json("{\"difference\": -0.0157, \"relative_change\": 1.03, \"ratio\": 2.6}"),
                                Optional.empty(),
                                Optional.empty()))
                .answer("q3", new ToolAnswer(json("{}"), Optional.of(days()), Optional.empty()))
                .build();
    }

    private static Table channels() {
        return new Table(
                List.of(
                        Column.dimension("Channel", ValueType.TEXT),
                        Column.measure("Count", ValueType.INTEGER),
                        Column.score("CTR"),
                        Column.score("Lift"),
                        Column.score("Lift_P_Val"),
                        Column.score("Revenue")),
                List.of(
                        List.of("Web", 14_865L, 0.0543, 0.7857, 0.00004, 1_234_567.0),
                        List.of("Email", 8_107L, 0.0294, -0.0763, 0.21, 81_000.5),
                        List.of("Push 24/7", 3L, 0.5, 0.0, 0.9, 12.0)));
    }

    private static Table days() {
        return new Table(
                List.of(Column.dimension("Day", ValueType.DATE), Column.score("CTR")),
                List.of(List.of(LocalDate.of(2024, 12, 20), 0.0412), List.of(LocalDate.of(2025, 1, 3), 0.0388)));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
