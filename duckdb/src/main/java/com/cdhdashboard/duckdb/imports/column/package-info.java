/**
 * Columns of files: what each calls them, what their values have shown, and how a value of the engine's types becomes one of a
 * column's type.
 *
 * <p>Not here: which columns an import reads, which is {@code schema}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.column;

import org.jspecify.annotations.NullMarked;
