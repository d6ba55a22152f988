package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

/** A column of an export, as the export names it ({@code pyChannel}) and as everything else does ({@code Channel}). */
public record NamedColumn(String raw, String name) {
    public NamedColumn {
        requireNonNull(raw, "raw");
        requireNonNull(name, "name");
    }
}
