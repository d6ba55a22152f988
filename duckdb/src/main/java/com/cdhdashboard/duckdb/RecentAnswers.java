package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.cache.RecentlyUsed;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueCount;
import java.util.List;
import java.util.function.Supplier;

/**
 * Small answers over one version of the data that different pages ask for again and again. Each is made once; who asks
 * meanwhile waits for the same one.
 */
public final class RecentAnswers {
    private final RecentlyUsed<Record, Object> held;

    private record Values(List<ValueCount> list) {}

    /** Holds answers of up to so many values, at some 40 bytes each. */
    public RecentAnswers(long mostValues) {
        held = new RecentlyUsed<>(mostValues, RecentAnswers::weight);
    }

    private static long weight(Object answer) {
        if (answer instanceof Table table) {
            return 1 + (long) table.rows().size() * table.columns().size();
        }
        return answer instanceof Values values ? 1 + values.list().size() : 1;
    }

    /** The answer to a question, which says all that it depends on. */
    public <T> T answer(Record question, Class<T> type, Supplier<T> maker) {
        return type.cast(held.answer(question, maker::get));
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
