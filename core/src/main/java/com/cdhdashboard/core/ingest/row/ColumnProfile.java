package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.cube.ValueType;
import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds of values seen in one column. What several files show of a column is merged before its type is asked for,
 * so that the type does not depend on which file came first.
 *
 * @param twice whether the column stands several times in one row, of which the last counts
 */
public record ColumnProfile(Set<Kind> kinds, boolean twice) {
    /** What a value looks like as it stands in JSON. */
    public enum Kind {
        NULL,
        /** A text of no characters, as exports write where there is no value. */
        EMPTY,
        BOOLEAN,
        /** A whole number that a binary fraction holds exactly. */
        INTEGER,
        /** A larger whole number that 64 bits hold. */
        LARGE,
        /** A whole number that 64 bits do not hold. */
        HUGE,
        NUMBER,
        TEXT,
        /** An object or array. */
        NESTED;

        /** The most digits of a number that may be converted; longer ones are huge whatever they are. */
        private static final int MOST_DIGITS = 25;

        /** The kind of a whole number, as its digits with a sign. */
        static Kind ofWhole(String digits) {
            if (digits.length() > MOST_DIGITS) {
                return HUGE;
            }
            BigInteger number = new BigInteger(digits);
            return number.abs().compareTo(EXACT) <= 0 ? INTEGER : number.bitLength() < Long.SIZE ? LARGE : HUGE;
        }
    }

    /** Up to here a binary fraction of 64 bits holds every whole number. */
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private static final Set<Kind> WHOLE = Collections.unmodifiableSet(EnumSet.of(Kind.INTEGER, Kind.LARGE));
    private static final Set<Kind> FRACTIONS = Collections.unmodifiableSet(EnumSet.of(Kind.INTEGER, Kind.NUMBER));

    private static final Set<Kind> VALUELESS = Collections.unmodifiableSet(EnumSet.of(Kind.NULL, Kind.EMPTY));

    /** The kinds of a column that stands once in each row. */
    public ColumnProfile(Set<Kind> kinds) {
        this(kinds, false);
    }

    public ColumnProfile {
        EnumSet<Kind> ordered = EnumSet.noneOf(Kind.class);
        ordered.addAll(kinds);
        kinds = Collections.unmodifiableSet(ordered);
    }

    public ColumnProfile mergeWith(ColumnProfile other) {
        EnumSet<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(kinds);
        both.addAll(other.kinds);
        return new ColumnProfile(both, twice || other.twice);
    }

    /** Whether any value was seen; without one, {@link #type} is a mere guess. */
    public boolean hasValues() {
        return !VALUELESS.containsAll(kinds);
    }

    /**
     * The narrowest type that holds every value as it is: null and empty text fit each, whole numbers beside fractions are
     * NUMBER unless that rounds them, any other mix is TEXT, and so are numbers beyond 64 bits, which are names rather than
     * amounts, and a column without values. Times are TEXT here: only who needs one reads it as such.
     */
    public ValueType type() {
        EnumSet<Kind> valued = EnumSet.noneOf(Kind.class);
        valued.addAll(kinds);
        valued.removeAll(VALUELESS);
        if (valued.equals(EnumSet.of(Kind.BOOLEAN))) {
            return ValueType.BOOLEAN;
        }
        if (!valued.isEmpty() && WHOLE.containsAll(valued)) {
            return ValueType.INTEGER;
        }
        return !valued.isEmpty() && FRACTIONS.containsAll(valued) ? ValueType.NUMBER : ValueType.TEXT;
    }
}
