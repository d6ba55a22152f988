package com.cdhdashboard.core.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Filter.Contains;
import com.cdhdashboard.core.cube.Filter.In;
import com.cdhdashboard.core.cube.Filter.Operator;
import com.cdhdashboard.core.cube.Filter.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterTest {
    private static final List<@Nullable Object> NAMES = Arrays.asList("", "Ä b", "a", "b", "c", null);

    /** What each kind says in a sentence and beside its dimension, asks for, and leaves of the names. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(in("a"), "D = a", "a", "IS=a", "a"),
                Arguments.of(in(), "D = none", "", "", ""),
                Arguments.of(
                        in("a", "b", "c", "d"),
                        "D = a or b or c or d",
                        "a, b, c + 1 more",
                        "IS=a IS=b IS=c IS=d",
                        "a|b|c"),
                Arguments.of(
                        in("1", "2", "3", "4", "5", "6", "7"),
                        "D = 1 or 2 or 3 or 4 or 5 or 2 more",
                        "1, 2, 3 + 4 more",
                        "IS=1 IS=2 IS=3 IS=4 IS=5 IS=6 IS=7",
                        ""),
                Arguments.of(
                        new In("D", List.of(Optional.empty(), Optional.of(""), Optional.of(" ")), false),
                        "D = (missing) or (empty) or (blank)",
                        "(missing), (empty), (blank)",
                        "IS=null IS= IS= ",
                        "|null"),
                Arguments.of(
                        new In("D", List.of(Optional.of("a")), true),
                        "D is not a",
                        "not a",
                        "IS_NOT=a",
                        "|Ä b|b|c|null"),
                Arguments.of(
                        new In("D", List.of(Optional.empty()), true),
                        "D is not (missing)",
                        "not (missing)",
                        "IS_NOT=null",
                        "|Ä b|a|b|c"),
                Arguments.of(range("a", "b"), "D from a to b", "a to b", "FROM=a TO=b", "a|b"),
                Arguments.of(range("b", null), "D from b", "from b", "FROM=b", "Ä b|b|c"),
                Arguments.of(range(null, "a"), "D to a", "to a", "TO=a", "|a"),
                Arguments.of(range(null, null), "D", "to ", "", "|Ä b|a|b|c|null"),
                Arguments.of(new Contains("D", "ä B"), "D contains \"ä B\"", "contains “ä B”", "CONTAINS=ä B", "Ä b"));
    }

    private static In in(String... values) {
        return In.of("D", Arrays.stream(values).map(Optional::of).toList());
    }

    private static Range range(@Nullable String from, @Nullable String to) {
        return new Range("D", Optional.ofNullable(from), Optional.ofNullable(to));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsSaidAskedForAndTested(Filter filter, String sentence, String label, String parts, String passing) {
        assertThat(filter.sentence()).isEqualTo(sentence);
        assertThat(filter.label()).isEqualTo(label);
        assertThat(filter.parts())
                .extracting(part -> part.operator() + "=" + part.value().orElse("null"))
                .isEqualTo(parts.isEmpty() ? List.of() : List.of(parts.split(" (?=[A-Z_]+=)")));
        var test = filter.test(new Filter.Reading(
                text -> text, (left, right) -> left.toString().compareTo(right.toString())));
        List<String> passed = NAMES.stream().filter(test).map(String::valueOf).toList();
        assertThat(String.join("|", passed)).isEqualTo(passing);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyOperatorIsFoundByItsKey(Filter filter) {
        assertThat(filter.parts())
                .allSatisfy(
                        part -> assertThat(Operator.of(part.operator().key())).contains(part.operator()));
    }
}
