package com.cdhdashboard.assistant.draft;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * A field of the data, and what it was taken for.
 *
 * @param present share of the rows that have a value, from 0 to 1; 0 where nothing is known
 * @param different values; 0 where nothing is known
 * @param values the most frequent, the first of them first; none of a field in which nearly all differ
 * @param required whether every row of interaction history needs it
 * @param reason why it was taken for that
 */
public record DataField(
        String name,
        Optional<ValueType> type,
        FieldKind kind,
        double present,
        long different,
        List<String> values,
        boolean required,
        String reason) {
    /** Values of a field with more different ones say nothing of it to anybody. */
    static final int MOST_TOLD = 50;

    public DataField {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(kind, "kind");
        values = List.copyOf(values);
        requireNonNull(reason, "reason");
    }

    /** Whether its values may be told outside, where whoever has the data agrees. */
    public boolean tellable() {
        return kind.tellable() && !values.isEmpty() && different <= MOST_TOLD;
    }
}
