package com.cdhdashboard.duckdb.columnar;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of one dimension in the engine's order, the missing one last; a value's place is its code. A filter is
 * decided once for each value and then looked up by code.
 */
record Dictionary(Column column, List<@Nullable Object> values) {
    Dictionary {
        requireNonNull(column, "column");
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    int size() {
        return values.size();
    }

    /** Whether the value of each code passes. */
    boolean[] passing(Filter filter) {
        Predicate<@Nullable Object> condition = filter.test(new Filter.Reading(this::parse, this::compare));
        boolean[] passing = new boolean[values.size()];
        for (int code = 0; code < passing.length; code++) {
            passing[code] = condition.test(values.get(code));
        }
        return passing;
    }

    private Object parse(String text) {
        return Values.parse(column, text);
    }

    // Values of one dimension have one type, and all types that are held here compare with themselves.
    @SuppressWarnings("unchecked")
    private int compare(Object left, Object right) {
        return column.type() == ValueType.TEXT
                ? compareTexts((String) left, (String) right)
                : ((Comparable<Object>) left).compareTo(right);
    }

    /** By code points, as the engine orders the bytes of UTF-8; Java's own order differs beyond the first 65,536. */
    static int compareTexts(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                int start = i > 0 && Character.isSurrogatePair(left.charAt(i - 1), left.charAt(i)) ? i - 1 : i;
                return Integer.compare(left.codePointAt(start), right.codePointAt(start));
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
