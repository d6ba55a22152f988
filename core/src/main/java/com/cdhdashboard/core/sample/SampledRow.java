package com.cdhdashboard.core.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the sample.
 *
 * @param number from 1
 * @param values of some columns, as text; empty where missing
 */
public record SampledRow(long number, Map<String, Optional<String>> values) {
    public SampledRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
