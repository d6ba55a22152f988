package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.Expression;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A value with its type: a text that reads as a number stays a text. */
public sealed interface Value {
    /** How much of what was typed a message repeats. */
    int MOST = 60;

    Type type();

    /** As a form shows it, and {@link #of} reads it. */
    String shown();

    Expression expression();

    /** The types a form offers. */
    enum Type {
        TEXT("text"),
        NUMBER("number"),
        TRUTH("true or false"),
        MOMENT("date and time"),
        FIELD("field"),
        MISSING("missing");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A text, a whole number, a number with decimals, a truth value or a moment. */
    record Literal(Object value) implements Value {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

        public Literal {
            requireNonNull(value, "value");
        }

        @Override
        public Type type() {
            if (value instanceof Number) {
                return Type.NUMBER;
            }
            if (value instanceof Boolean) {
                return Type.TRUTH;
            }
            return value instanceof LocalDateTime ? Type.MOMENT : Type.TEXT;
        }

        @Override
        public String shown() {
            boolean day = value instanceof LocalDateTime moment
                    && moment.toLocalTime().equals(LocalTime.MIDNIGHT);
            return day ? DAY.format((LocalDateTime) value) : value.toString();
        }

        @Override
        public Expression expression() {
            return new Expression.Literal(value, Nowhere.PLACE);
        }
    }

    /** The value of another field of the row. */
    record OfField(Field field) implements Value {
        public OfField {
            requireNonNull(field, "field");
        }

        @Override
        public Type type() {
            return Type.FIELD;
        }

        @Override
        public String shown() {
            return field.name();
        }

        @Override
        public Expression expression() {
            return field.expression();
        }
    }

    /** No value; equal to nothing. */
    record Missing() implements Value {
        @Override
        public Type type() {
            return Type.MISSING;
        }

        @Override
        public String shown() {
            return "";
        }

        @Override
        public Expression expression() {
            return new Expression.Missing(Nowhere.PLACE);
        }
    }

    static Optional<Value> read(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(new Literal(literal.value()));
        }
        if (expression instanceof Expression.Missing) {
            return Optional.of(new Missing());
        }
        return Field.read(expression).map(OfField::new);
    }

    /** The value of this type that was typed. */
    static Value of(Type type, String typed) {
        return switch (type) {
            case TEXT -> new Literal(typed);
            case NUMBER -> new Literal(number(typed.trim()));
            case TRUTH -> new Literal(truth(typed.trim()));
            case MOMENT -> new Literal(moment(typed.trim()));
            case FIELD -> new OfField(new Field(typed));
            case MISSING -> new Missing();
        };
    }

    private static Object number(String typed) {
        try {
            if (typed.matches("[+-]?[0-9]{1,19}")) {
                return Long.valueOf(typed);
            }
            if (typed.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|-?Infinity")) {
                return Double.valueOf(typed);
            }
            throw new NumberFormatException(typed);
        } catch (NumberFormatException e) {
            throw refused(typed, "a number such as 12 or 0.5", e);
        }
    }

    private static boolean truth(String typed) {
        if (typed.equalsIgnoreCase("true") || typed.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(typed);
        }
        throw new UserException("\"" + ShortText.of(typed, MOST) + "\" is neither true nor false");
    }

    private static LocalDateTime moment(String typed) {
        try {
            return LocalDateTime.parse(typed.length() <= 10 ? typed + "T00:00" : typed.replace(' ', 'T'));
        } catch (DateTimeParseException e) {
            throw refused(typed, "a day such as 2024-12-31, or a moment such as 2024-12-31T23:59", e);
        }
    }

    private static UserException refused(String typed, String expected, RuntimeException cause) {
        return new UserException(
                UserException.Kind.USER, "\"" + ShortText.of(typed, MOST) + "\" is not " + expected, cause);
    }
}
