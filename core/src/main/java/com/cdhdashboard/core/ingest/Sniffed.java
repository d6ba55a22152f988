package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.cube.ValueType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds of values seen in one column. What several files show of a column is merged before its type is asked for,
 * so that the type does not depend on which file came first.
 */
public record Sniffed(Set<Kind> kinds) {
    /** What a value looks like as it stands in JSON. */
    public enum Kind {
        NULL,
        /** A text of no characters, as exports write where there is no value. */
        EMPTY,
        BOOLEAN,
        /** A whole number that 64 bits hold. */
        INTEGER,
        NUMBER,
        TEXT,
        /** An object or array. */
        NESTED
    }

    private static final Set<Kind> VALUELESS = Collections.unmodifiableSet(EnumSet.of(Kind.NULL, Kind.EMPTY));

    public Sniffed {
        EnumSet<Kind> ordered = EnumSet.noneOf(Kind.class);
        ordered.addAll(kinds);
        kinds = Collections.unmodifiableSet(ordered);
    }

    public Sniffed mergeWith(Sniffed other) {
        EnumSet<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(kinds);
        both.addAll(other.kinds);
        return new Sniffed(both);
    }

    /** Whether any value was seen; without one, {@link #type} is a mere guess. */
    public boolean hasValues() {
        return !VALUELESS.containsAll(kinds);
    }

    /**
     * The narrowest type that holds every value: null and empty text fit each, numbers of both kinds are NUMBER, any
     * other mix is TEXT, and so is a column without values. Times are TEXT here: only who needs one reads it as such.
     */
    public ValueType type() {
        EnumSet<Kind> valued = EnumSet.noneOf(Kind.class);
        valued.addAll(kinds);
        valued.removeAll(VALUELESS);
        if (valued.equals(EnumSet.of(Kind.BOOLEAN))) {
            return ValueType.BOOLEAN;
        }
        if (valued.equals(EnumSet.of(Kind.INTEGER))) {
            return ValueType.INTEGER;
        }
        return !valued.isEmpty() && EnumSet.of(Kind.INTEGER, Kind.NUMBER).containsAll(valued)
                ? ValueType.NUMBER
                : ValueType.TEXT;
    }
}
