/**
 * From prepared rows of interactions to published cubes: which rows count, cells, summaries, publication.
 *
 * <p>Not here: product holdings, which are {@code customer}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.cube;

import org.jspecify.annotations.NullMarked;
