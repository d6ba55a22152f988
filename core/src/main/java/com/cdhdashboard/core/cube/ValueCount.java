package com.cdhdashboard.core.cube;

import org.jspecify.annotations.Nullable;

/** A value of a dimension and the number of rows counted under it. */
public record ValueCount(@Nullable Object value, long count) {}
