package com.cdhdashboard.duckdb.reference;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A row of interaction history.
 *
 * @param raw as a file has it
 * @param prepared with defaults put in, times read and columns derived
 */
public record HistoryRow(Map<String, @Nullable Object> raw, Map<String, @Nullable Object> prepared) {
    public HistoryRow {
        raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
        prepared = Collections.unmodifiableMap(new LinkedHashMap<>(prepared));
    }

    @Nullable
    Object value(String column) {
        if (!prepared.containsKey(column)) {
            throw new IllegalArgumentException("no row has " + column);
        }
        return prepared.get(column);
    }

    List<@Nullable Object> values(List<String> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(value(column)));
        return values;
    }

    OptionalDouble number(String column) {
        return value(column) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** Rows of one key are of one interaction. */
    List<@Nullable Object> key() {
        return values(List.of("InteractionID", "Issue", "Group", "Name", "Rank"));
    }

    LocalDateTime answered() {
        return (LocalDateTime) requireNonNull(value("OutcomeTime"));
    }

    /** A row that does not say when it was decided counts as decided when it was answered. */
    LocalDateTime decided() {
        return value("DecisionTime") instanceof LocalDateTime time ? time : answered();
    }
}
