package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a store holds, for the pages that tell how fresh it is.
 *
 * @param from first day of the outcomes, {@code to} the last
 * @param rows prepared rows the cubes are made of
 */
public record LoadedData(
        int files,
        long rows,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Instant> importedAt,
        List<String> notes) {
    public LoadedData {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(importedAt, "importedAt");
        notes = List.copyOf(notes);
    }
}
