package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Summary;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Columns that were read, each once, as far as so many bytes hold all of them. Safe for use by many threads. */
final class HeldColumns {
    private final Map<String, Optional<ColumnarCube>> cubes = new ConcurrentHashMap<>();
    private final Map<Part, Optional<SummaryColumns>> summaries = new ConcurrentHashMap<>();
    private long bytesLeft;

    private record Part(String metric, Summary summary) {}

    HeldColumns(long mostBytes) {
        bytesLeft = mostBytes;
    }

    /** The reader is given the bytes left, and is asked once. */
    Optional<ColumnarCube> cube(String metric, LongFunction<Optional<ColumnarCube>> reader) {
        Optional<ColumnarCube> known = cubes.get(metric);
        return known != null ? known : read(cubes, metric, reader, ColumnarCube::bytes);
    }

    /** As {@link #cube}. */
    Optional<SummaryColumns> summary(String metric, Summary summary, LongFunction<Optional<SummaryColumns>> reader) {
        Part part = new Part(metric, summary);
        Optional<SummaryColumns> known = summaries.get(part);
        return known != null ? known : read(summaries, part, reader, SummaryColumns::bytes);
    }

    /** One is read at a time; who asks for what is held does not wait for it. */
    private synchronized <K, V> Optional<V> read(
            Map<K, Optional<V>> held, K key, LongFunction<Optional<V>> reader, ToLongFunction<V> bytes) {
        Optional<V> known = held.get(key);
        if (known != null) {
            return known;
        }
        Optional<V> read = reader.apply(bytesLeft);
        bytesLeft -= read.map(bytes::applyAsLong).orElse(0L);
        held.put(key, read);
        return read;
    }
}
