/**
 * The versions of a store: which of them holds the numbers that a configuration defines, and how another one comes to be
 * beside it.
 *
 * <p>Not here: what is in a store, which is {@code store}.
 */
@NullMarked
package com.cdhdashboard.duckdb.version;

import org.jspecify.annotations.NullMarked;
