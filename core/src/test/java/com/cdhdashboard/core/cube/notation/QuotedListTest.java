package com.cdhdashboard.core.cube.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedListTest {
    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("Web", List.of("Web")),
                Arguments.of("Web,Mobile", List.of("Web", "Mobile")),
                Arguments.of(" Web , Call Center ", List.of("Web", "Call Center")),
                Arguments.of("\"Fixed/10 years, 3.5 %\"", List.of("Fixed/10 years, 3.5 %")),
                Arguments.of("Web,\"a,b\" , c", List.of("Web", "a,b", "c")),
                Arguments.of("\"Gold \"\"Plus\"\"\"", List.of("Gold \"Plus\"")),
                Arguments.of("Gold \"Plus\" <b>card</b>", List.of("Gold \"Plus\" <b>card</b>")),
                Arguments.of("\" kept \"", List.of(" kept ")),
                Arguments.of("\"\"", List.of("")),
                Arguments.of("", List.of("")),
                Arguments.of("a,", List.of("a", "")),
                Arguments.of(",,", List.of("", "", "")),
                Arguments.of("a=b", List.of("a=b")),
                Arguments.of("Prêts,東京,😀", List.of("Prêts", "東京", "😀")),
                Arguments.of("(missing),(empty)", List.of("(missing)", "(empty)")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void valuesAreSeparatedByCommasOutsideQuotes(String text, List<String> values) {
        assertThat(QuotedList.parse(text)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Channel=Web            | Channel | Web",
                "Channel = Web          | Channel | Web",
                "\"A=B\"=x              | A=B     | x",
                "\"a \"\"b\"\"\"=c=d    | a \"b\" | c=d",
                "Name=\"a=b, c\"        | Name    | a=b, c"
            })
    void aNameStandsBeforeTheFirstEqualsSignOutsideQuotes(String text, String name, String value) {
        assertThat(QuotedList.parseNamed(text)).isEqualTo(new QuotedList.NamedValues(name, List.of(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Channel        | no \"=\" in it",
                "=Web           | nothing before the \"=\"",
                "Name=\"a       | a quote in it is not closed",
                "\"Name         | a quote in it is not closed",
                "Name=\"a\"b,c  | \"b\" stands after a closing quote"
            })
    void whatCannotBeReadIsExplained(String text, String message) {
        assertThatThrownBy(() -> QuotedList.parseNamed(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
