/**
 * DuckDB behind the ports of {@code core}: the engine that reads files and makes cubes, the store of cubes, and the
 * SQL they speak.
 *
 * <p>Not here: what the numbers mean; the metrics of {@code core} say what to sum.
 */
@NullMarked
package com.cdhdashboard.duckdb;

import org.jspecify.annotations.NullMarked;
