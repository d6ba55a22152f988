package com.cdhdashboard.app.page.configuration.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.sample.KnownFields.Field;
import com.cdhdashboard.core.sample.KnownFields.Origin;
import com.cdhdashboard.core.sample.SampleSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldWordsTest {
    private static Field file(ValueType type, long present, long different, String... values) {
        List<SampleSummary.Frequent> frequent = Arrays.stream(values)
                .map(value -> new SampleSummary.Frequent(value, 1))
                .toList();
        return new Field(
                "a", Origin.FILE, Optional.of(type), Optional.of(new SampleSummary.Seen(present, different, frequent)));
    }

    private static Field added(Origin origin, ValueType type) {
        return new Field("a", origin, Optional.of(type), Optional.empty());
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of(file(ValueType.TEXT, 1000, 1, "Web"), "text · never missing · 1 value: Web"),
                Arguments.of(
                        file(ValueType.TEXT, 999, 2, "", "a text that is longer than anybody reads"),
                        "text · less than 1 % missing · 2 values: (empty), a text that is longer th…"),
                Arguments.of(
                        file(ValueType.INTEGER, 1, 1234, "1", "2", "3", "4", "5"),
                        "whole number · 99 % missing · 1,234 values, most often 1, 2, 3, 4"),
                Arguments.of(file(ValueType.NUMBER, 0, 0), "number · always missing · 0 values"),
                Arguments.of(
                        new Field("a", Origin.FILE, Optional.of(ValueType.TEXT), Optional.empty()),
                        "its values are not kept in the sample"),
                Arguments.of(added(Origin.DEFAULT, ValueType.BOOLEAN), "true or false · a default value"),
                Arguments.of(added(Origin.DERIVED, ValueType.DATE), "day · follows from others"),
                Arguments.of(added(Origin.CALCULATED, ValueType.TIMESTAMP), "date and time · calculated"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsToldInALine(Field field, String words) {
        assertThat(FieldWords.of(field, 1000)).isEqualTo(words);
    }
}
