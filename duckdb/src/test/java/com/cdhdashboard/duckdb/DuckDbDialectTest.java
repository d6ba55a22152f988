package com.cdhdashboard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckDbDialectTest {
    private static final String EXPECTED = "    = ";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final TestingExpressions expressions;

    DuckDbDialectTest() throws SQLException {
        expressions = new TestingExpressions();
    }

    @AfterAll
    void close() throws SQLException {
        expressions.close();
    }

    static Stream<Arguments> expressions() {
        List<Arguments> cases = new ArrayList<>();
        String expression = "";
        for (String line : lines()) {
            if (line.startsWith(EXPECTED)) {
                cases.add(Arguments.of(expression, line.substring(EXPECTED.length())));
            }
            expression = line;
        }
        return cases.stream();
    }

    private static List<String> lines() {
        try (InputStream file =
                Objects.requireNonNull(DuckDbDialectTest.class.getResourceAsStream("expressions.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void givesTheExpectedValueInEachRow(String text, String expected) throws SQLException {
        List<@Nullable Object> values = expressions.values(TestingExpressions.sql(text));

        assertThat(String.join(
                        " | ",
                        values.subList(1, values.size()).stream()
                                .map(DuckDbDialectTest::shown)
                                .toList()))
                .isEqualTo(expected);
        ValueType type = ExpressionTypes.check(
                        TestingExpressions.parse(text).value().orElseThrow(), TestingExpressions.columns())
                .value()
                .orElseThrow();
        assertThat(values.get(0)).isEqualTo(sqlType(type));
    }

    private static String sqlType(ValueType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TABLE -> throw ValueType.noTables();
        };
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + "\"";
        }
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime().format(MOMENT).replaceFirst("\\.000000$", "");
        }
        if (value instanceof Double number) {
            return shown(number);
        }
        return String.valueOf(value);
    }

    private static String shown(Double number) {
        if (number.isInfinite()) {
            return number > 0 ? "inf" : "-inf";
        }
        return number.toString().replace(".0E", "e").replace('E', 'e');
    }

    @Test
    void holdsAtLeastTheCasesWorthTheName() {
        assertThat(expressions()).hasSizeGreaterThan(250);
    }
}
