package com.cdhdashboard.core.expression;

import static com.cdhdashboard.core.expression.Parameter.optional;
import static com.cdhdashboard.core.expression.Parameter.required;

import com.cdhdashboard.core.expression.Parameter.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The methods of the language with ordinary arguments. Those with a syntax of their own ({@code alias}, {@code is_in},
 * {@code cast}, {@code str.strptime}) are read by the parser.
 */
public enum Method {
    IS_NULL("is_null", Receiver.ANY, Result.BOOLEAN),
    IS_NOT_NULL("is_not_null", Receiver.ANY, Result.BOOLEAN),
    FILL_NULL("fill_null", Receiver.ANY, Result.COMMON, required("value", Shape.VALUE)),
    IS_BETWEEN(
            "is_between",
            Receiver.ANY,
            Result.BOOLEAN,
            required("lower_bound", Shape.COLUMN),
            required("upper_bound", Shape.COLUMN),
            optional("closed", Shape.TEXT)),
    ABS("abs", Receiver.NUMERIC, Result.SAME),
    ROUND("round", Receiver.NUMERIC, Result.SAME, optional("decimals", Shape.COUNT)),
    CONTAINS(
            "str.contains",
            Receiver.TEXT,
            Result.BOOLEAN,
            required("pattern", Shape.TEXT_OR_NUMBER),
            optional("literal", Shape.FLAG),
            optional("strict", Shape.FLAG)),
    STARTS_WITH("str.starts_with", Receiver.TEXT, Result.BOOLEAN, required("prefix", Shape.TEXT_OR_NUMBER)),
    ENDS_WITH("str.ends_with", Receiver.TEXT, Result.BOOLEAN, required("suffix", Shape.TEXT_OR_NUMBER)),
    SLICE("str.slice", Receiver.TEXT, Result.TEXT, required("offset", Shape.WHOLE), optional("length", Shape.COUNT)),
    TO_LOWERCASE("str.to_lowercase", Receiver.TEXT, Result.TEXT),
    TO_UPPERCASE("str.to_uppercase", Receiver.TEXT, Result.TEXT),
    LEN_CHARS("str.len_chars", Receiver.TEXT, Result.INTEGER),
    REPLACE(
            "str.replace",
            Receiver.TEXT,
            Result.TEXT,
            required("pattern", Shape.TEXT_OR_NUMBER),
            required("value", Shape.TEXT_OR_NUMBER),
            optional("literal", Shape.FLAG)),
    DATE("dt.date", Receiver.MOMENT, Result.DATE),
    YEAR("dt.year", Receiver.MOMENT, Result.INTEGER),
    QUARTER("dt.quarter", Receiver.MOMENT, Result.INTEGER),
    MONTH("dt.month", Receiver.MOMENT, Result.INTEGER),
    DAY("dt.day", Receiver.MOMENT, Result.INTEGER),
    WEEKDAY("dt.weekday", Receiver.MOMENT, Result.INTEGER),
    HOUR("dt.hour", Receiver.TIMESTAMP, Result.INTEGER),
    MINUTE("dt.minute", Receiver.TIMESTAMP, Result.INTEGER),
    SECOND("dt.second", Receiver.TIMESTAMP, Result.INTEGER),
    STRFTIME("dt.strftime", Receiver.MOMENT, Result.TEXT, required("format", Shape.TEXT)),
    TOTAL_SECONDS("dt.total_seconds", Receiver.DURATION, Result.INTEGER);

    /** What a method can be asked of. */
    public enum Receiver {
        ANY("a value"),
        TEXT("a text"),
        NUMERIC("a number"),
        MOMENT("a date or a timestamp"),
        TIMESTAMP("a timestamp"),
        DURATION("the difference of two timestamps");

        private final String label;

        Receiver(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean accepts(Kind kind) {
            return switch (this) {
                case ANY -> true;
                case TEXT -> kind.isOrNull(Kind.TEXT);
                case NUMERIC -> kind.isNumeric();
                case MOMENT -> kind.isMoment();
                case TIMESTAMP -> kind.isOrNull(Kind.TIMESTAMP);
                case DURATION -> kind.isOrNull(Kind.DURATION);
            };
        }
    }

    /** The type of a method's answer. */
    public enum Result {
        BOOLEAN,
        TEXT,
        INTEGER,
        DATE,
        /** The receiver's type. */
        SAME,
        /** What holds both the receiver and the argument. */
        COMMON
    }

    private final String pythonName;
    private final Receiver receiver;
    private final Result result;
    private final List<Parameter> parameters;

    Method(String pythonName, Receiver receiver, Result result, Parameter... parameters) {
        this.pythonName = pythonName;
        this.receiver = receiver;
        this.result = result;
        this.parameters = List.of(parameters);
    }

    /** As written behind the dot, such as {@code str.contains}. */
    public String pythonName() {
        return pythonName;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public Receiver receiver() {
        return receiver;
    }

    public Result result() {
        return result;
    }

    public static Optional<Method> find(String pythonName) {
        return Arrays.stream(values())
                .filter(method -> method.pythonName.equals(pythonName))
                .findFirst();
    }
}
