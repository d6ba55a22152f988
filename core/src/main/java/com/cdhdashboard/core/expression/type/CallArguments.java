package com.cdhdashboard.core.expression.type;

import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.Method;
import com.cdhdashboard.core.expression.pattern.RegexPattern;
import com.cdhdashboard.core.expression.pattern.Replacement;
import com.cdhdashboard.core.expression.pattern.TimeFormat;
import com.cdhdashboard.core.expression.text.Refusal;
import java.util.List;
import java.util.OptionalLong;

/** What the literal arguments of a call mean; a pattern, format or word outside the language is refused. */
public final class CallArguments {
    /** More decimals than a 64-bit number has. */
    private static final long MAX_DECIMALS = 15;

    private static final List<String> CLOSED = List.of("both", "left", "right", "none");

    private CallArguments() {}

    static void check(Expression.Call call) {
        switch (call.method()) {
            case CONTAINS, REPLACE -> checkPattern(call);
            case STRFTIME -> format(call);
            case ROUND -> decimals(call);
            case IS_BETWEEN -> closed(call);
            default -> {
                // the parser has checked the shapes of the arguments, and nothing else can be wrong with these
            }
        }
    }

    private static void checkPattern(Expression.Call call) {
        RegexPattern pattern = pattern(call);
        if (call.method() == Method.REPLACE) {
            replacement(call, pattern);
        }
    }

    public static String text(Expression.Call call, String name) {
        return (String) literal(call, name).value();
    }

    public static OptionalLong whole(Expression.Call call, String name) {
        return call.argument(name).isPresent()
                ? OptionalLong.of((Long) literal(call, name).value())
                : OptionalLong.empty();
    }

    public static boolean isLiteral(Expression.Call call) {
        return call.argument("literal").isPresent()
                && (Boolean) literal(call, "literal").value();
    }

    /** The pattern of {@code contains} or {@code replace}. */
    public static RegexPattern pattern(Expression.Call call) {
        String text = text(call, "pattern");
        return isLiteral(call)
                ? RegexPattern.literal(text)
                : RegexPattern.parse(text, literal(call, "pattern").place());
    }

    public static Replacement replacement(Expression.Call call, RegexPattern pattern) {
        return Replacement.parse(
                text(call, "value"), pattern, literal(call, "value").place());
    }

    public static TimeFormat format(Expression.Call call) {
        return TimeFormat.forWriting(
                text(call, "format"), literal(call, "format").place());
    }

    public static int decimals(Expression.Call call) {
        long decimals = whole(call, "decimals").orElse(0);
        if (!(decimals <= MAX_DECIMALS)) {
            throw new Refusal(
                    literal(call, "decimals").place(),
                    "round to " + decimals + " decimals; allowed are 0 to " + MAX_DECIMALS);
        }
        return (int) decimals;
    }

    /** Which ends belong to the range: {@code both}, {@code left}, {@code right} or {@code none}. */
    public static String closed(Expression.Call call) {
        if (call.argument("closed").isEmpty()) {
            return "both";
        }
        String closed = text(call, "closed");
        if (!CLOSED.contains(closed)) {
            throw new Refusal(
                    literal(call, "closed").place(),
                    "\"" + closed + "\" is not a way to close a range; allowed are " + String.join(", ", CLOSED));
        }
        return closed;
    }

    private static Expression.Literal literal(Expression.Call call, String name) {
        return (Expression.Literal) call.argument(name).orElseThrow();
    }
}
