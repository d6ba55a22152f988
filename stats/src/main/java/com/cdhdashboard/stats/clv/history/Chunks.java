package com.cdhdashboard.stats.clv.history;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Long loops on all cores. The parts do not depend on the number of cores and are put together in their order, so that
 * results are the same to the last bit everywhere.
 */
public final class Chunks {
    private static final int SIZE = 4096;

    /** Indices from {@code from} to before {@code to}. */
    public record Chunk(int from, int to) {}

    private Chunks() {}

    public static <T> List<T> each(int size, Function<Chunk, T> work) {
        int chunks = (size + SIZE - 1) / SIZE;
        IntFunction<T> part = i -> work.apply(new Chunk(i * SIZE, Math.min(size, (i + 1) * SIZE)));
        IntStream numbers = IntStream.range(0, chunks);
        return (chunks > 1 ? numbers.parallel() : numbers).mapToObj(part).toList();
    }

    static double sum(int size, IntToDoubleFunction term) {
        double sum = 0;
        for (double part : each(size, chunk -> sum(chunk, term))) {
            sum += part;
        }
        return sum;
    }

    private static double sum(Chunk chunk, IntToDoubleFunction term) {
        double sum = 0;
        for (int i = chunk.from(); i < chunk.to(); i++) {
            sum += term.applyAsDouble(i);
        }
        return sum;
    }
}
