package com.cdhdashboard.core.expression;

import com.cdhdashboard.core.cube.ValueType;
import java.util.Optional;

/** The types inside expressions: those of columns, and the two that only occur on the way. */
public enum Kind {
    /** Always null; becomes whatever type is needed. */
    NULL("null", ValueType.TEXT),
    TEXT("a text", ValueType.TEXT),
    INTEGER("a whole number", ValueType.INTEGER),
    NUMBER("a number", ValueType.NUMBER),
    BOOLEAN("true or false", ValueType.BOOLEAN),
    DATE("a date", ValueType.DATE),
    TIMESTAMP("a timestamp", ValueType.TIMESTAMP),
    /** Microseconds between two moments. */
    DURATION("a duration", ValueType.INTEGER);

    private final String label;
    private final ValueType valueType;

    Kind(String label, ValueType valueType) {
        this.label = label;
        this.valueType = valueType;
    }

    public String label() {
        return label;
    }

    /** The type values have in SQL. */
    public ValueType valueType() {
        return valueType;
    }

    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER || this == NULL;
    }

    public boolean isMoment() {
        return this == DATE || this == TIMESTAMP || this == NULL;
    }

    public boolean isOrNull(Kind kind) {
        return this == kind || this == NULL;
    }

    public static Kind of(ValueType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case INTEGER -> INTEGER;
            case NUMBER -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case TIMESTAMP -> TIMESTAMP;
            case TABLE -> throw ValueType.noTables();
        };
    }

    /** The type both can be compared in without changing what they say; empty for text against number and the like. */
    public Optional<Kind> comparable(Kind other) {
        if (isOrNull(other)) {
            return Optional.of(other);
        }
        if (other == NULL) {
            return Optional.of(this);
        }
        if (isNumeric() && other.isNumeric()) {
            return Optional.of(NUMBER);
        }
        return isMoment() && other.isMoment() ? Optional.of(TIMESTAMP) : Optional.empty();
    }

    /** The type of a value that is now of one type, now of the other: text where nothing narrower holds both. */
    public Optional<Kind> common(Kind other) {
        Optional<Kind> comparable = comparable(other);
        if (comparable.isPresent()) {
            return comparable;
        }
        if (this == BOOLEAN && other.isNumeric()) {
            return Optional.of(other);
        }
        if (other == BOOLEAN && isNumeric()) {
            return Optional.of(this);
        }
        boolean text = (this == TEXT || other == TEXT) && this != DURATION && other != DURATION;
        return text ? Optional.of(TEXT) : Optional.empty();
    }
}
