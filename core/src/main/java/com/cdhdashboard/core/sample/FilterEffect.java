package com.cdhdashboard.core.sample;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a filter does to the sample. Rows of which it is unknown whether they pass are dropped, too, but others than those
 * that do not pass.
 *
 * @param firstUnknown the first row of which it is unknown, with the columns that the filter reads
 */
public record FilterEffect(long rows, long kept, long dropped, long unknown, Optional<SampledRow> firstUnknown) {
    public FilterEffect {
        requireNonNull(firstUnknown, "firstUnknown");
    }
}
