/**
 * The files a store has taken in, and what becomes of one: new, known, a namesake, in the place of another.
 *
 * <p>Not here: reading them, which is {@code file}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.ledger;

import org.jspecify.annotations.NullMarked;
