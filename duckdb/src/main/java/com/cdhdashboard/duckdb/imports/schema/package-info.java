/**
 * Which columns an import reads, and as what: of each kind of data, chosen by the first rows of files, guarded while all rows
 * are read, and widened in the store.
 *
 * <p>Not here: what one column is, which is {@code column}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.schema;

import org.jspecify.annotations.NullMarked;
