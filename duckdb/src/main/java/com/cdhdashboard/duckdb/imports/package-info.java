/**
 * The way of a row: from files to prepared rows in the window, from the window to cubes.
 *
 * <p>Not here: finding and unpacking files, which is {@code core.ingest}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports;

import org.jspecify.annotations.NullMarked;
