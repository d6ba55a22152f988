package com.cdhdashboard.core.sample;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * What the sample shows of the data. All counts are of sampled rows.
 *
 * @param rows in the sample
 * @param outcomes with their counts by channel, the most frequent first; none where the data have no outcomes
 */
public record SampleSummary(long rows, List<Column> columns, List<Outcome> outcomes) {
    public SampleSummary {
        columns = List.copyOf(columns);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * A column of the files.
     *
     * @param type absent where only missing values were seen
     * @param seen absent of a column that identifies people, and of those after the first five hundred
     */
    public record Column(String name, Optional<ValueType> type, Optional<Seen> seen) {
        public Column {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
            requireNonNull(seen, "seen");
        }
    }

    /**
     * What a column holds.
     *
     * @param present rows with a value
     * @param different values among these
     * @param frequent values with their counts, the most frequent first; none of a column in which nearly all differ
     */
    public record Seen(long present, long different, List<Frequent> frequent) {
        public Seen {
            frequent = List.copyOf(frequent);
        }
    }

    /** A value and the number of rows that have it. */
    public record Frequent(String value, long rows) {
        public Frequent {
            requireNonNull(value, "value");
        }
    }

    /** An outcome in a channel, and the number of rows that have it. */
    public record Outcome(String outcome, String channel, long rows) {
        public Outcome {
            requireNonNull(outcome, "outcome");
            requireNonNull(channel, "channel");
        }
    }
}
