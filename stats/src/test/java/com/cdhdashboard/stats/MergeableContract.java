package com.cdhdashboard.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What holds for everything that merges; a test of a mergeable state extends this. */
public abstract class MergeableContract<T extends Mergeable<T>> {
    private static final int ROWS = 20_000;
    private static final int MERGES = 10_000;
    private static final Duration FAST = Duration.ofSeconds(5);

    protected abstract T empty();

    /** The state over rows that numbers between 0 and 1 stand for, each making a row in its own way. */
    protected abstract T of(double[] rows);

    /** Fails unless both states, each over exactly these rows, give the same answers up to the stated error. */
    protected abstract void assertEquivalent(T actual, T expected, double[] rows);

    protected static double[] rows(int count) {
        return new Random(20240229).doubles(count).toArray();
    }

    /** One after the other, which is the hardest way for errors and for speed. */
    protected static <S extends Mergeable<S>> S mergedInARow(S start, List<S> states) {
        S merged = start;
        for (S state : states) {
            merged = merged.mergeWith(state);
        }
        return merged;
    }

    private List<T> chunks(double[] rows, int size) {
        List<T> chunks = new ArrayList<>();
        for (int from = 0; from < rows.length; from += size) {
            chunks.add(of(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + size))));
        }
        return chunks;
    }

    @Test
    void theEmptyStateChangesNothing() {
        double[] rows = rows(ROWS);
        T state = of(rows);

        assertEquivalent(empty().mergeWith(state), state, rows);
        assertEquivalent(state.mergeWith(empty()), state, rows);
        assertEquivalent(empty().mergeWith(empty()), empty(), new double[0]);
        assertEquivalent(Mergeable.merge(empty(), List.of()), empty(), new double[0]);
    }

    @Test
    void theOrderOfMergingDoesNotMatter() {
        double[] rows = rows(ROWS);
        List<T> chunks = chunks(rows, 777);
        List<T> shuffled = new ArrayList<>(chunks);
        Collections.shuffle(shuffled, new Random(5));

        assertEquivalent(mergedInARow(empty(), shuffled), mergedInARow(empty(), chunks), rows);
    }

    @Test
    void theChunksTogetherAreTheWhole() {
        double[] rows = rows(ROWS);

        for (int size : new int[] {1, 37, 500, 9_999}) {
            double[] part = size == 1 ? Arrays.copyOf(rows, 600) : rows;
            assertEquivalent(mergedInARow(empty(), chunks(part, size)), of(part), part);
            assertEquivalent(Mergeable.merge(empty(), chunks(part, size)), of(part), part);
        }
    }

    @Test
    void mergingLeavesBothStatesAsTheyWere() {
        double[] rows = rows(2_000);
        T first = of(rows);
        T second = of(rows(500));

        T ignored = first.mergeWith(second);

        assertThat(ignored).isNotNull();
        assertEquivalent(first, of(rows), rows);
        assertEquivalent(second, of(rows(500)), rows(500));
    }

    @Test
    void tenThousandMergesAreFast() {
        List<T> states = chunks(rows(MERGES * 20), 20);

        T merged = Assertions.assertTimeout(FAST, () -> Mergeable.merge(empty(), states));

        assertEquivalent(merged, of(rows(MERGES * 20)), rows(MERGES * 20));
    }
}
