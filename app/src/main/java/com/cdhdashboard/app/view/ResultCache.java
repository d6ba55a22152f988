package com.cdhdashboard.app.view;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Remembers answers by the data version they were made from and the request, up to a total weight; the longest unused
 * go first. A question that is being answered is not asked again meanwhile: others wait for the same answer.
 */
public final class ResultCache<V> {
    private record Key(String version, Object request) {}

    private record Held<V>(CompletableFuture<V> answer, long weight) {}

    private final long capacity;
    private final ToLongFunction<V> weigher;
    private final Map<Key, Held<V>> held = new LinkedHashMap<>(64, 0.75f, true);
    private long total;

    /** The weigher gives at least 1 for any answer. */
    public ResultCache(long capacity, ToLongFunction<V> weigher) {
        this.capacity = capacity;
        this.weigher = weigher;
    }

    /** The answer, made by the supplier unless it is known. A failure is thrown and not remembered. */
    public V answer(String version, Object request, Supplier<V> supplier) {
        Key key = new Key(version, request);
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> theirs;
        synchronized (this) {
            Held<V> found = held.get(key);
            if (found == null) {
                held.put(key, new Held<>(mine, 0));
            }
            theirs = found == null ? mine : found.answer();
        }
        return theirs == mine ? make(key, mine, supplier) : join(theirs);
    }

    private V make(Key key, CompletableFuture<V> mine, Supplier<V> supplier) {
        try {
            V value = supplier.get();
            keep(key, mine, weigher.applyAsLong(value));
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                held.remove(key);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized void keep(Key key, CompletableFuture<V> answer, long weight) {
        held.put(key, new Held<>(answer, weight));
        total += weight;
        Iterator<Map.Entry<Key, Held<V>>> oldest = held.entrySet().iterator();
        while (total > capacity && oldest.hasNext()) {
            Held<V> entry = oldest.next().getValue();
            if (entry.weight() > 0) {
                total -= entry.weight();
                oldest.remove();
            }
        }
    }

    private static <V> V join(CompletableFuture<V> answer) {
        try {
            return answer.join();
        } catch (CompletionException | CancellationException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    synchronized long weight() {
        return total;
    }
}
