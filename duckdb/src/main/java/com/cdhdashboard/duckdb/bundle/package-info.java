/**
 * Bundles by the engine: taking one into a store, checked as what a stranger may have made, and the files that one is made
 * of.
 *
 * <p>Not here: writing one, which is {@code write}, what a bundle says of itself, which is {@code core.bundle}, and how
 * bundles are kept and published, which is {@code store}.
 */
@NullMarked
package com.cdhdashboard.duckdb.bundle;

import org.jspecify.annotations.NullMarked;
