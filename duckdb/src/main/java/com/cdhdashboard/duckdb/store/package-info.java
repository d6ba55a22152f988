/**
 * The store on disk: what an import has gathered, and the published cubes that pages read.
 *
 * <p>Importing opens the gathering database alone; reading opens a published, read-only file with external access off.
 */
@NullMarked
package com.cdhdashboard.duckdb.store;

import org.jspecify.annotations.NullMarked;
