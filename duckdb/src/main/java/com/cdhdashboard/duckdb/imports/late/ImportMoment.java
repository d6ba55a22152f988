package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.core.ingest.ImportRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * When an import runs, as far as the days of the data become final with time.
 *
 * @param now in UTC
 * @param keepOpen whether none becomes final, whatever the time
 */
public record ImportMoment(LocalDateTime now, boolean keepOpen) {
    public static ImportMoment of(Clock clock, ImportRequest request) {
        return new ImportMoment(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), request.keepOpen());
    }
}
