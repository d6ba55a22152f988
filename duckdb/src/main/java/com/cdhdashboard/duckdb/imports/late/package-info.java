/**
 * What may still change and what no longer does: the late-arrival buffer with its dimension dictionary, rows that share their key, days
 * and when they are final.
 *
 * <p>Not here: what rows come to be in the buffer, which is {@code row}, and what is computed of them, which is {@code cube}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.late;

import org.jspecify.annotations.NullMarked;
