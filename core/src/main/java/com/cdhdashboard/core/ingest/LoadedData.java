package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a store holds, for the pages that tell how fresh it is.
 *
 * @param from first day of the outcomes or purchases, {@code to} the last
 * @param rows prepared rows that pages are made of
 * @param leftOut rows of the imported files that are not among them; empty where that was not kept
 */
public record LoadedData(
        int files,
        long rows,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Instant> importedAt,
        Optional<LeftOut> leftOut,
        List<String> notes) {
    /** What an empty store holds. */
    public static final LoadedData NOTHING =
            new LoadedData(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * Rows that were read and do not count.
     *
     * @param filtered by the filter of the configuration
     * @param repeated of interactions that other rows tell of, too
     * @param rejected as they could not be read
     */
    public record LeftOut(long filtered, long repeated, long rejected) {}

    public LoadedData {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(importedAt, "importedAt");
        requireNonNull(leftOut, "leftOut");
        notes = List.copyOf(notes);
    }
}
