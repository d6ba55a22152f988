package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.Refusal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reads what an expression can start with: literals and the functions of {@code pl} and {@code np}. */
final class Roots {
    private static final List<String> NAMES = List.of("pl.col", "pl.lit", "pl.when", "pl.datetime");
    private static final String EXPECTED =
            "an expression: pl.col(\"…\"), pl.lit(…), pl.when(…), pl.datetime(…), a literal or parentheses";

    private final Tokens tokens;
    private final Parser parser;

    Roots(Tokens tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    boolean literalFollows() {
        Token token = tokens.peek();
        return switch (token.type()) {
            case TEXT, INTEGER, NUMBER -> true;
            case NAME -> List.of("True", "False", "None").contains(token.text());
            case SYMBOL, END -> false;
        };
    }

    /** A text, a number with or without sign, {@code True}, {@code False} or {@code None}. */
    Expression literal() {
        Token token = tokens.take();
        boolean negative = token.is("-");
        Token value = negative || token.is("+") ? tokens.take() : token;
        return switch (value.type()) {
            case TEXT -> new Expression.Literal(value.text(), token.place());
            case INTEGER -> new Expression.Literal(whole(value, negative), token.place());
            case NUMBER ->
                new Expression.Literal(Double.parseDouble((negative ? "-" : "") + value.text()), token.place());
            case NAME, SYMBOL, END ->
                value.text().equals("None")
                        ? new Expression.Missing(token.place())
                        : new Expression.Literal(value.text().equals("True"), token.place());
        };
    }

    private static Long whole(Token token, boolean negative) {
        String digits = (negative ? "-" : "") + token.text();
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException tooLarge) {
            throw new Refusal(
                    token.place(),
                    "the whole number " + digits + " is too large; allowed are " + Long.MIN_VALUE + " to "
                            + Long.MAX_VALUE);
        }
    }

    /** A text, a number or a truth value, or a refusal that says {@code expected}. */
    Expression literal(String expected) {
        boolean signed = tokens.peek().is("-") || tokens.peek().is("+");
        Token.Type second = tokens.peekSecond().type();
        boolean number = signed && (second == Token.Type.INTEGER || second == Token.Type.NUMBER);
        if (!(number || literalFollows())) {
            throw tokens.unexpected(expected);
        }
        return literal();
    }

    Expression root() {
        tokens.refuseSlip();
        Token name = tokens.expect(Token.Type.NAME, EXPECTED);
        return switch (name.text()) {
            case "pl" -> polars(name);
            case "np" -> random(name);
            default ->
                throw new Refusal(name.place(), unknown(name.text(), DidYouMean.nearest("pl." + name.text(), NAMES)));
        };
    }

    private Expression polars(Token pl) {
        tokens.expect(".");
        Token name = tokens.expect(Token.Type.NAME, String.join(", ", NAMES));
        return switch (name.text()) {
            case "col" -> column(pl);
            case "lit" -> constant();
            case "when" -> when(pl);
            case "datetime" -> moment(pl);
            default ->
                throw new Refusal(
                        pl.place(), unknown("pl." + name.text(), DidYouMean.nearest("pl." + name.text(), NAMES)));
        };
    }

    private static String unknown(String name, Optional<String> nearest) {
        String meant = nearest.map(known -> "; did you mean \"" + known + "\"?").orElse(".");
        return "\"" + name + "\" is not part of the language" + meant + " An expression starts with "
                + String.join(", ", NAMES) + " or a literal";
    }

    private Expression column(Token pl) {
        tokens.expect("(");
        Token name = tokens.expect(Token.Type.TEXT, "the name of one column in quotes");
        tokens.expect(")");
        return new Expression.Column(name.text(), false, pl.place());
    }

    private Expression constant() {
        tokens.expect("(");
        Token first = tokens.peek();
        boolean random = first.type() == Token.Type.NAME && first.text().equals("np");
        Expression literal =
                random ? random(tokens.take()) : literal("a literal: a text, a number, True, False or None");
        tokens.expect(")");
        return literal;
    }

    private Expression when(Token pl) {
        List<Expression.When.Branch> branches = new ArrayList<>();
        branches.add(branch());
        Optional<Expression> otherwise = Optional.empty();
        while (otherwise.isEmpty() && methodFollows("when")) {
            branches.add(branch());
        }
        if (methodFollows("otherwise")) {
            tokens.expect("(");
            otherwise = Optional.of(parser.columnOrFull());
            tokens.expect(")");
        }
        return new Expression.When(branches, otherwise, pl.place());
    }

    /** From the parenthesis behind {@code when} to the one that closes {@code then}. */
    private Expression.When.Branch branch() {
        tokens.expect("(");
        Expression condition = parser.columnOrFull();
        tokens.expect(")");
        if (!methodFollows("then")) {
            throw tokens.unexpected("\".then(…)\" after \"when(…)\"");
        }
        tokens.expect("(");
        Expression result = parser.columnOrFull();
        tokens.expect(")");
        return new Expression.When.Branch(condition, result);
    }

    private boolean methodFollows(String name) {
        boolean follows = tokens.peek().is(".") && tokens.peekSecond().text().equals(name);
        if (follows) {
            tokens.take();
            tokens.take();
        }
        return follows;
    }

    private Expression moment(Token pl) {
        tokens.expect("(");
        int[] parts = {0, 1, 1, 0, 0, 0, 0};
        int count = 0;
        while (count < parts.length && !tokens.peek().is(")")) {
            Token number = tokens.expect(Token.Type.INTEGER, "a whole number: pl.datetime(year, month, day)");
            parts[count++] = (int) Math.min(whole(number, false), Integer.MAX_VALUE);
            if (!tokens.takeIf(",")) {
                break;
            }
        }
        tokens.expect(")");
        if (count < 3) {
            throw new Refusal(pl.place(), "pl.datetime needs at least a year, a month and a day");
        }
        return new Expression.Literal(moment(parts, pl.place()), pl.place());
    }

    private static LocalDateTime moment(int[] parts, Place place) {
        try {
            boolean inRange = parts[0] >= 1 && parts[0] <= 9999 && parts[6] <= 999_999;
            if (!inRange) {
                throw new DateTimeException("the year must be 1 to 9999, the microsecond 0 to 999999");
            }
            return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6] * 1000);
        } catch (DateTimeException invalid) {
            throw new Refusal(place, "pl.datetime does not give a moment: " + invalid.getMessage());
        }
    }

    /** A number drawn from the normal distribution, always the same one for the same arguments. */
    private Expression random(Token np) {
        tokens.expect(".");
        Token module = tokens.expect(Token.Type.NAME, "\"random.normal\"");
        boolean dotted = module.text().equals("random") && tokens.takeIf(".");
        String function = dotted ? tokens.expect(Token.Type.NAME, "\"normal\"").text() : "";
        if (!function.equals("normal")) {
            String name = "np." + module.text() + (dotted ? "." + function : "");
            throw new Refusal(
                    np.place(),
                    "\"" + name
                            + "\" is not part of the language; of np there is only np.random.normal(mean, deviation)");
        }
        tokens.expect("(");
        double mean = number();
        double deviation = tokens.takeIf(",") ? number() : 1;
        tokens.expect(")");
        if (!(deviation >= 0)) {
            throw new Refusal(np.place(), "the deviation of np.random.normal must not be negative: " + deviation);
        }
        long seed = 31 * Double.doubleToLongBits(mean) + Double.doubleToLongBits(deviation);
        return new Expression.Literal(mean + deviation * new Random(seed).nextGaussian(), np.place());
    }

    private double number() {
        Expression literal = literal("a number");
        if (literal instanceof Expression.Literal found && found.value() instanceof Number number) {
            return number.doubleValue();
        }
        throw new Refusal(literal.place(), "np.random.normal takes numbers");
    }
}
