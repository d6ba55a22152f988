package com.cdhdashboard.core.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The most recently used answers, up to a total weight. Safe for use by many threads, which may make one twice. */
public final class Recent<K, V> {
    /** An answer that takes more of the capacity than this would drive out too many others. */
    private static final int LARGEST_SHARE = 8;

    private final long capacity;
    private final ToLongFunction<V> weigher;
    private final Map<K, V> held = new LinkedHashMap<>(64, 0.75f, true);
    private long total;

    /** The weigher gives at least 1 for any answer. */
    public Recent(long capacity, ToLongFunction<V> weigher) {
        this.capacity = capacity;
        this.weigher = weigher;
    }

    /** The answer to the question, made unless it is held. */
    public V answer(K question, Function<K, V> maker) {
        return find(question).orElseGet(() -> {
            V made = maker.apply(question);
            keep(question, made);
            return made;
        });
    }

    /** The answer to the question, if it is held. */
    public synchronized Optional<V> find(K question) {
        return Optional.ofNullable(held.get(question));
    }

    /** Holds the answer, unless it is too heavy. */
    public synchronized void keep(K question, V answer) {
        long weight = weigher.applyAsLong(answer);
        if (weight > capacity / LARGEST_SHARE || held.putIfAbsent(question, answer) != null) {
            return;
        }
        total += weight;
        Iterator<V> oldest = held.values().iterator();
        while (total > capacity) {
            total -= weigher.applyAsLong(oldest.next());
            oldest.remove();
        }
    }

    public synchronized long weight() {
        return total;
    }
}
