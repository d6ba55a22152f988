/**
 * The store on disk: what an import has staged, and the published cubes that pages read.
 *
 * <p>Importing opens the staging database alone; reading opens a published, read-only file with external access off.
 *
 * <p>Not here: questions about customers, which are {@code customer}.
 */
@NullMarked
package com.cdhdashboard.duckdb.store;

import org.jspecify.annotations.NullMarked;
