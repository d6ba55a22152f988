/**
 * Writing the published tables of a store as a bundle.
 *
 * <p>Not here: taking a bundle into a store.
 */
@NullMarked
package com.cdhdashboard.duckdb.bundle.write;

import org.jspecify.annotations.NullMarked;
