/**
 * Asks the published sample of rows what expressions and metrics would do, by the stages that imports prepare rows in.
 *
 * <p>Not here: drawing the rows.
 */
@NullMarked
package com.cdhdashboard.duckdb.sample;

import org.jspecify.annotations.NullMarked;
