package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.Refusal;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the texts of {@code filter} and {@code columns}. Whatever the text, the answer comes in bounded time and
 * stack: a text that is too long, too deep or outside the language is refused with its place.
 */
public final class Expressions {
    private Expressions() {}

    /** One expression; a blank text keeps every row. Whether it is a condition is for {@link ExpressionTypes}. */
    public static Parsed<Expression> filter(SourceText source) {
        return read(source, Parser::filter);
    }

    /** Expressions that each end in {@code .alias("name")}, in the order written; a blank text has none. */
    public static Parsed<List<NamedExpression>> columns(SourceText source) {
        return read(source, Parser::columns);
    }

    /** Whether a text that can be read has comments, which its expression has not. */
    public static boolean hasComments(SourceText source) {
        Lexer lexer = new Lexer(source);
        lexer.tokens();
        return lexer.hasComments();
    }

    private static <T> Parsed<T> read(SourceText source, Function<Parser, T> grammar) {
        try {
            return Parsed.of(grammar.apply(new Parser(new Lexer(source).tokens())));
        } catch (Refusal refusal) {
            return Parsed.refused(List.<Problem>of(refusal.problem()));
        }
    }
}
