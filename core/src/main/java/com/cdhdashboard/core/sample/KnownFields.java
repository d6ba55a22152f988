package com.cdhdashboard.core.sample;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a draft can name: those of the files, then what it adds to them.
 *
 * @param rows in the sample
 * @param misfits what is wrong with default values, by their field
 */
public record KnownFields(long rows, List<Field> fields, Map<String, String> misfits) {
    /** Where a field comes from. Each comes later than the ones before it. */
    public enum Origin {
        FILE,
        /** A default value of a field that no file has. */
        DEFAULT,
        /** Follows from others, as the day does from a time. */
        DERIVED,
        CALCULATED
    }

    /**
     * A field.
     *
     * @param type absent of a column that the sample has no values of
     * @param seen absent where the sample does not tell
     */
    public record Field(String name, Origin origin, Optional<ValueType> type, Optional<SampleSummary.Seen> seen) {
        public Field {
            requireNonNull(name, "name");
            requireNonNull(origin, "origin");
            requireNonNull(type, "type");
            requireNonNull(seen, "seen");
        }
    }

    public KnownFields {
        fields = List.copyOf(fields);
        misfits = Collections.unmodifiableMap(new LinkedHashMap<>(misfits));
    }

    /** Those that are there when fields of that origin are. */
    public List<Field> upTo(Origin last) {
        return fields.stream()
                .filter(field -> field.origin().compareTo(last) <= 0)
                .toList();
    }
}
