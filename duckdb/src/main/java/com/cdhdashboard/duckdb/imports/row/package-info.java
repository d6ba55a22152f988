/**
 * Preparing rows: from the columns of the files and the configuration to a plan and to its SQL, with times, amounts, ids, classes and
 * calculated columns.
 *
 * <p>Not here: rows of product holdings, which are {@code customer}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.row;

import org.jspecify.annotations.NullMarked;
