package com.cdhdashboard.core.cube.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.cube.Filter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterNotationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Channel=Web",
                "Channel=Web,Mobile",
                "Channel.not=(missing),(empty)",
                "Day.from=2024-12-01",
                "Name.contains=a, \"b\" = c",
                "Name=\"Fixed, 3.5 %\",plain",
                "Day..from=x",
                "\"a=b\"=c",
                "\"a=b.not\"=c",
                "\"\"\"q\"=\"\"\"q\"",
            })
    void aFilterIsWrittenAsItIsRead(String text) {
        assertThat(FilterNotation.texts(FilterNotation.parse(text))).containsExactly(text);
    }

    @Test
    void aRangeWithTwoEndsIsWrittenAsTwo() {
        Filter range = new Filter.Range("Day", Optional.of("2024-12-01"), Optional.of("2024-12-31"));
        assertThat(FilterNotation.texts(range)).isEqualTo(List.of("Day.from=2024-12-01", "Day.to=2024-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Channel | no \"=\" in it",
                "=Web | nothing before the \"=\"",
                "Channel= | no value after the \"=\"; the empty value is written (empty)",
                "Channel=, | no value after the \"=\"; the empty value is written (empty)",
                "Channel=\"Web | Channel: a quote in it is not closed: \"Web",
            })
    void whatIsNoFilterIsRefused(String text, String message) {
        assertThatThrownBy(() -> FilterNotation.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
