package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;

/**
 * Small answers over one version of the data that different pages ask for again and again. Each is made once; who asks
 * meanwhile waits for the same one.
 */
public final class RecentAnswers {
    /** An answer in the making locks its place in the hash table; among few places others would wait for it. */
    private static final int PLACES = 4_096;

    private final Cache<Record, Object> held;

    private record Values(List<ValueCount> list) {}

    /** Holds answers of up to so many values, at some 40 bytes each. */
    public RecentAnswers(long mostValues) {
        held = Caffeine.newBuilder()
                .initialCapacity(PLACES)
                .maximumWeight(mostValues)
                .weigher((Record question, Object answer) -> weight(answer))
                .build();
    }

    private static int weight(Object answer) {
        if (answer instanceof Table table) {
            return 1 + table.rows().size() * table.columns().size();
        }
        return answer instanceof Values values ? 1 + values.list().size() : 1;
    }

    /** The answer to a question, which says all that it depends on. */
    public <T> T answer(Record question, Class<T> type, Supplier<T> maker) {
        return type.cast(held.get(question, asked -> maker.get()));
    }

    /** As {@link #answer}. */
    public Table table(Record question, Supplier<Table> maker) {
        return answer(question, Table.class, maker);
    }

    /** As {@link #answer}. */
    public List<ValueCount> values(Record question, Supplier<List<ValueCount>> maker) {
        return answer(question, Values.class, () -> new Values(List.copyOf(maker.get())))
                .list();
    }
}
