package com.cdhdashboard.core.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers to questions up to a total weight; those that were asked for longest ago go first. Each is made once: who asks
 * meanwhile waits for it. By last use and not by how often, because people look at one page after another: a cache that
 * admits what is asked often does not hold, once it is full, what was asked just now for the first time.
 */
public final class RecentlyUsed<Q, A> {
    private final long capacity;
    private final ToLongFunction<A> weigher;
    private final LinkedHashMap<Q, Held<A>> held = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    /** An answer, or the promise of one; it weighs nothing before it is there. */
    private static final class Held<A> {
        private final CompletableFuture<A> answer;
        private long weight;

        Held(CompletableFuture<A> answer) {
            this.answer = answer;
        }
    }

    public RecentlyUsed(long capacity, ToLongFunction<A> weigher) {
        this.capacity = capacity;
        this.weigher = weigher;
    }

    /**
     * The answer to a question, which says all that it depends on. What the maker throws is thrown to whoever had it made
     * and not held; others who wait make it themselves.
     */
    public A answer(Q question, Supplier<A> maker) {
        while (true) {
            Held<A> mine = new Held<>(new CompletableFuture<>());
            Held<A> known = findOrPromise(question, mine);
            if (known == mine) {
                return make(question, mine, maker);
            }
            try {
                return known.answer.join();
            } catch (CompletionException e) {
                drop(question, known);
            }
        }
    }

    /** What is held, if it is there. */
    public synchronized Optional<A> find(Q question) {
        @Nullable Held<A> known = held.get(question);
        return known == null || known.weight == 0 ? Optional.empty() : Optional.of(known.answer.join());
    }

    /** Holds an answer in the place of one that may be held. */
    public void hold(Q question, A answer) {
        Held<A> added = new Held<>(CompletableFuture.completedFuture(answer));
        put(question, added);
        weigh(question, added, answer);
    }

    /** Lets go of what is held. */
    public synchronized void drop(Q question) {
        @Nullable Held<A> gone = held.remove(question);
        total -= gone == null ? 0 : gone.weight;
    }

    private A make(Q question, Held<A> mine, Supplier<A> maker) {
        try {
            A answer = maker.get();
            mine.answer.complete(answer);
            weigh(question, mine, answer);
            return answer;
        } catch (Throwable e) {
            drop(question, mine);
            mine.answer.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized Held<A> findOrPromise(Q question, Held<A> promise) {
        @Nullable Held<A> known = held.putIfAbsent(question, promise);
        return known == null ? promise : known;
    }

    private synchronized void put(Q question, Held<A> added) {
        drop(question);
        held.put(question, added);
    }

    private synchronized void drop(Q question, Held<A> which) {
        if (held.get(question) == which) {
            drop(question);
        }
    }

    private synchronized void weigh(Q question, Held<A> added, A answer) {
        long weight = Math.max(1, weigher.applyAsLong(answer));
        if (weight > capacity) {
            // It would drive out all others and then itself
            drop(question, added);
        } else if (held.get(question) == added) {
            added.weight = weight;
            total += weight;
            trim();
        }
    }

    private void trim() {
        Iterator<Held<A>> oldest = held.values().iterator();
        while (total > capacity && oldest.hasNext()) {
            Held<A> next = oldest.next();
            if (next.weight > 0) {
                total -= next.weight;
                oldest.remove();
            }
        }
    }
}
