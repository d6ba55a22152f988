package com.cdhdashboard.duckdb.imports.column;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.row.ColumnProfile;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the values of a column have in common, in one file or in all. Merging only ever widens, in whatever order.
 *
 * @param type the narrowest that holds every value as it is; absent where there are none
 * @param large whether whole numbers are among them that a binary fraction would round
 * @param empties whether empty texts are among them
 */
public record ColumnShape(Optional<ValueType> type, boolean large, boolean empties) {
    static final ColumnShape NONE = new ColumnShape(Optional.empty(), false, false);

    private static final Set<ValueType> NUMBERS = EnumSet.of(ValueType.INTEGER, ValueType.NUMBER);
    private static final Set<ValueType> TIMES = EnumSet.of(ValueType.DATE, ValueType.TIMESTAMP);

    static ColumnShape of(Optional<ValueType> type) {
        return new ColumnShape(type, false, false);
    }

    static ColumnShape of(ColumnProfile profile) {
        return new ColumnShape(
                profile.hasValues() ? Optional.of(profile.type()) : Optional.empty(),
                profile.kinds().contains(ColumnProfile.Kind.LARGE),
                profile.kinds().contains(ColumnProfile.Kind.EMPTY));
    }

    public ColumnShape mergeWith(ColumnShape other) {
        boolean anyLarge = large || other.large;
        return new ColumnShape(
                type.isEmpty() || other.type.isEmpty()
                        ? type.or(() -> other.type)
                        : Optional.of(widest(type.get(), other.type.get(), anyLarge)),
                anyLarge,
                empties || other.empties);
    }

    private static ValueType widest(ValueType one, ValueType other, boolean large) {
        if (one == other) {
            return one;
        }
        Set<ValueType> both = EnumSet.of(one, other);
        if (NUMBERS.containsAll(both)) {
            return large ? ValueType.TEXT : ValueType.NUMBER;
        }
        return TIMES.containsAll(both) ? ValueType.TIMESTAMP : ValueType.TEXT;
    }
}
