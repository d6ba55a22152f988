/**
 * Scores computed straight from rows, by their definitions, to compare the engine with.
 *
 * <p>Nothing here uses the engine or {@code stats}; it may be slow, and must be easy to check by eye.
 */
@NullMarked
package com.cdhdashboard.duckdb.reference;

import org.jspecify.annotations.NullMarked;
