/**
 * The store on disk: what an import has staged, and the published cubes that pages read.
 *
 * <p>Importing opens the staging database alone; reading opens a published, read-only file with external access off.
 */
@NullMarked
package com.cdhdashboard.duckdb.store;

import org.jspecify.annotations.NullMarked;
