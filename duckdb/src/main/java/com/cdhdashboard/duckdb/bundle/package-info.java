/**
 * Bundles by the engine: writing the published tables of a store as one, and taking one into a store, checked as what a
 * stranger may have made.
 *
 * <p>Not here: what a bundle says of itself, which is {@code core.bundle}, and how bundles are kept and published, which is
 * {@code store}.
 */
@NullMarked
package com.cdhdashboard.duckdb.bundle;

import org.jspecify.annotations.NullMarked;
