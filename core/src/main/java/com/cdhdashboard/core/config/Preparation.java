package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.text.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code extensions} of a source: how rows are prepared.
 *
 * @param defaultValues by column, in file order; each a {@code String}, {@code Long}, {@code Double} or {@code Boolean}
 * @param filter absent where every row is kept
 * @param columns text of a list of expressions; absent where nothing is calculated
 */
public record Preparation(
        Map<String, Object> defaultValues, Optional<SourceText> filter, Optional<SourceText> columns) {
    public Preparation {
        defaultValues = Collections.unmodifiableMap(new LinkedHashMap<>(defaultValues));
        requireNonNull(filter, "filter");
        requireNonNull(columns, "columns");
    }
}
