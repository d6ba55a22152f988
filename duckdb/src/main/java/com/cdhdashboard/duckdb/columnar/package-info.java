/**
 * Published cubes held in memory, in dictionary-coded columns, with the summaries of their cells: roll-ups and filters
 * in some milliseconds.
 *
 * <p>Answers are those of the engine, which stays behind for everything that does not fit. Not here: where cubes are
 * published.
 */
@NullMarked
package com.cdhdashboard.duckdb.columnar;

import org.jspecify.annotations.NullMarked;
