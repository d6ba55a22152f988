package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.cube.ValueType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be asked of a field. A row whose field is missing passes none of these but {@link #IS_NULL}, and the ones that
 * list nothing and are none of it.
 */
public enum Operator {
    EQUAL("is", Takes.ONE, Suits.ANY),
    NOT_EQUAL("is not", Takes.ONE, Suits.ANY),
    IN("is one of", Takes.LIST, Suits.LISTED),
    NOT_IN("is none of", IN),
    GREATER("is more than", Takes.ONE, Suits.ORDERED),
    GREATER_OR_EQUAL("is at least", Takes.ONE, Suits.ORDERED),
    LESS("is less than", Takes.ONE, Suits.ORDERED),
    LESS_OR_EQUAL("is at most", Takes.ONE, Suits.ORDERED),
    BETWEEN("is between", Takes.TWO, Suits.ORDERED),
    NOT_BETWEEN("is not between", BETWEEN),
    CONTAINS("contains", Takes.ONE, Suits.TEXT),
    NOT_CONTAINS("does not contain", CONTAINS),
    STARTS_WITH("begins with", Takes.ONE, Suits.TEXT),
    NOT_STARTS_WITH("does not begin with", STARTS_WITH),
    ENDS_WITH("ends with", Takes.ONE, Suits.TEXT),
    NOT_ENDS_WITH("does not end with", ENDS_WITH),
    MATCHES("matches the regular expression", Takes.ONE, Suits.TEXT),
    NOT_MATCHES("does not match the regular expression", MATCHES),
    IS_TRUE("is true", Takes.NONE, Suits.TRUTH),
    IS_FALSE("is false", IS_TRUE),
    IS_NULL("is missing", Takes.NONE, Suits.ANY),
    IS_NOT_NULL("is present", Takes.NONE, Suits.ANY);

    /** How many values an operator is given. */
    public enum Takes {
        NONE,
        ONE,
        TWO,
        LIST;

        public boolean accepts(int values) {
            return switch (this) {
                case NONE -> values == 0;
                case ONE -> values == 1;
                case TWO -> values == 2;
                case LIST -> values >= 0;
            };
        }
    }

    private enum Suits {
        ANY(EnumSet.of(
                ValueType.TEXT,
                ValueType.INTEGER,
                ValueType.NUMBER,
                ValueType.BOOLEAN,
                ValueType.DATE,
                ValueType.TIMESTAMP)),
        LISTED(EnumSet.of(ValueType.TEXT, ValueType.INTEGER, ValueType.NUMBER, ValueType.BOOLEAN)),
        ORDERED(EnumSet.of(ValueType.INTEGER, ValueType.NUMBER, ValueType.DATE, ValueType.TIMESTAMP, ValueType.TEXT)),
        TEXT(EnumSet.of(ValueType.TEXT)),
        TRUTH(EnumSet.of(ValueType.BOOLEAN));

        private final Set<ValueType> types;

        Suits(Set<ValueType> types) {
            this.types = types;
        }
    }

    private final String label;
    private final Takes takes;
    private final Suits suits;
    private final Optional<Operator> opposite;

    Operator(String label, Takes takes, Suits suits) {
        this.label = label;
        this.takes = takes;
        this.suits = suits;
        this.opposite = Optional.empty();
    }

    /** One that is written as the opposite of another. */
    Operator(String label, Operator opposite) {
        this.label = label;
        this.takes = opposite.takes;
        this.suits = opposite.suits;
        this.opposite = Optional.of(opposite);
    }

    public String label() {
        return label;
    }

    public Takes takes() {
        return takes;
    }

    /** The operator that this one is written as the opposite of. */
    Optional<Operator> opposite() {
        return opposite;
    }

    /** What can be asked of fields of this type. */
    public static List<Operator> of(ValueType type) {
        return Arrays.stream(values())
                .filter(operator -> operator.suits.types.contains(type))
                .toList();
    }
}
