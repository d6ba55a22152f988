/**
 * Published cubes of plain sums held in memory, in dictionary-coded columns: roll-ups and filters in about a
 * millisecond.
 *
 * <p>Answers are those of the engine, which stays behind for every cube that does not fit. Not here: where cubes are
 * published, and measures that are more than sums.
 */
@NullMarked
package com.cdhdashboard.duckdb.columnar;

import org.jspecify.annotations.NullMarked;
