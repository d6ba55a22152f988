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
 */
public record LoadedData(
        int files,
        long rows,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Instant> importedAt,
        List<String> notes) {
    /** What an empty store holds. */
    public static final LoadedData NOTHING =
            new LoadedData(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public LoadedData {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(importedAt, "importedAt");
        notes = List.copyOf(notes);
    }
}
