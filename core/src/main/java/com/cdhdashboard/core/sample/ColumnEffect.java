package com.cdhdashboard.core.sample;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import java.util.Optional;

/** What calculated columns come to, in their order. */
public record ColumnEffect(List<Calculated> columns) {
    public ColumnEffect {
        columns = List.copyOf(columns);
    }

    /**
     * One of them.
     *
     * @param rows in the sample
     * @param failed rows with a value in every column that it is calculated from, and none in this one
     * @param firstFailed the first of them
     * @param examples the first rows
     */
    public record Calculated(
            String name,
            ValueType type,
            long rows,
            long failed,
            Optional<SampledRow> firstFailed,
            List<Example> examples) {
        public Calculated {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
            requireNonNull(firstFailed, "firstFailed");
            examples = List.copyOf(examples);
        }
    }

    /** What a row holds that is calculated from, and what comes of it. */
    public record Example(SampledRow before, Optional<String> after) {
        public Example {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }
}
