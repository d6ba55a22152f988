package com.cdhdashboard.duckdb.columnar;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** Whether the value of each code passes; the rules are those of SQL conditions, in which null is unknown. */
    boolean[] passing(Filter filter) {
        Predicate<@Nullable Object> condition = condition(filter);
        boolean[] passing = new boolean[values.size()];
        for (int code = 0; code < passing.length; code++) {
            passing[code] = condition.test(values.get(code));
        }
        return passing;
    }

    private Predicate<@Nullable Object> condition(Filter filter) {
        if (filter instanceof Filter.In in) {
            return isIn(in);
        }
        if (filter instanceof Filter.Range range) {
            return liesIn(range);
        }
        String part = lower(((Filter.Contains) filter).text());
        return value -> value != null && lower(value.toString()).contains(part);
    }

    private Predicate<@Nullable Object> isIn(Filter.In in) {
        boolean missing = in.values().contains(Optional.<String>empty());
        Set<Object> asked =
                in.values().stream().flatMap(Optional::stream).map(this::parse).collect(Collectors.toUnmodifiableSet());
        return value -> (value == null ? missing : asked.contains(value)) != in.negated();
    }

    private Predicate<@Nullable Object> liesIn(Filter.Range range) {
        Optional<Object> from = range.from().map(this::parse);
        Optional<Object> to = range.to().map(this::parse);
        if (from.isEmpty() && to.isEmpty()) {
            return value -> true;
        }
        return value -> value != null
                && from.map(end -> compare(value, end) >= 0).orElse(true)
                && to.map(end -> compare(value, end) <= 0).orElse(true);
    }

    private Object parse(String text) {
        return SqlTypes.parse(column.name(), column.type(), text);
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

    /** Each character on its own, as the engine does; Java's lower case of a text also looks at its neighbours. */
    private static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
