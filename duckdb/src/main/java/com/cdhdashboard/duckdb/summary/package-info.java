/**
 * What a cube keeps beside sums, as SQL: how it is made smaller, merged and answered. Importing and reading share it.
 *
 * <p>Not here: which rows are summed up, and where the tables are.
 */
@NullMarked
package com.cdhdashboard.duckdb.summary;

import org.jspecify.annotations.NullMarked;
