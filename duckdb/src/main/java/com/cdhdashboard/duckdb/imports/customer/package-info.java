/**
 * Product holdings: how their rows are prepared, and from holdings to published customers.
 *
 * <p>Not here: interactions, which are {@code row} and {@code cube}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.customer;

import org.jspecify.annotations.NullMarked;
