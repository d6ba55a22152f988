package com.cdhdashboard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.builder.ExpressionBuilder;
import com.cdhdashboard.core.expression.builder.Reading;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.text.SourceText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpressionBuilderFuzzTest {
    private static final int INPUTS = 2000;
    private static final String ANOTHER = "pl.col(\"of another text\")";

    private final List<String> stay = new ArrayList<>();
    private int read;

    @Test
    void whateverTheFormShowsIsWrittenAsTheSameExpression() throws SQLException {
        List<String> seeds = DuckDbDialectTest.expressions()
                .map(arguments -> (String) arguments.get()[0])
                .toList();
        ExpressionGenerator generator = new ExpressionGenerator(new Random(17));

        seeds.forEach(this::assertFilter);
        for (int i = 0; i < INPUTS; i++) {
            String text = generator.next(seeds);
            assertFilter(text);
            if (i % 4 == 0) {
                assertColumns("[(" + text + ").alias('x'), pl.when(" + text + ").then(" + text + ").alias(\"y\")]");
            }
        }

        assertThat(read).isGreaterThan(INPUTS / 2);
        assertThat(stay).isEmpty();
    }

    private void assertFilter(String text) {
        String meant = meaning(Expressions.filter(source(text)));
        if (count(meant) && isShown(ExpressionBuilder.FILTER.read(text), text)) {
            assertThat(meaning(Expressions.filter(source(rewritten(ExpressionBuilder.FILTER, text)))))
                    .as(text)
                    .isEqualTo(meant);
        }
    }

    private void assertColumns(String text) {
        String meant = meaning(Expressions.columns(source(text)));
        if (count(meant) && isShown(ExpressionBuilder.COLUMNS.read(text), text)) {
            assertThat(meaning(Expressions.columns(source(rewritten(ExpressionBuilder.COLUMNS, text)))))
                    .as(text)
                    .isEqualTo(meant);
        }
    }

    private boolean isShown(Reading<?> reading, String text) {
        if (reading instanceof Reading.StaysText<?> stays) {
            stay.add(stays.reason() + ": " + text);
        }
        return reading instanceof Reading.Shown<?>;
    }

    private boolean count(String meant) {
        boolean readable = meant.contains("problems=[]");
        read += readable ? 1 : 0;
        return readable;
    }

    private static <T> String rewritten(ExpressionBuilder<T> builder, String text) {
        T model = ((Reading.Shown<T>) builder.read(text)).model();
        assertThat(builder.write(model, text)).isEqualTo(text);
        return builder.write(model, ANOTHER);
    }

    private static SourceText source(String text) {
        return new SourceText(text, new Position("f", 1, 1), true);
    }

    /** All of a tree but where it stands, and whether a column is named by a plain text. */
    private static String meaning(Object tree) {
        return tree.toString()
                .replaceAll("Place\\[offset=\\d+, position=f:\\d+:\\d+, excerpt=Optional.empty\\]", "")
                .replaceAll("position=f:\\d+:\\d+", "")
                .replaceAll("bare=(true|false)", "");
    }
}
