/**
 * Reading files into the late-arrival buffer: unpacking ahead of the engine, looking for columns, many parts at once and, where
 * these fail, row by row.
 *
 * <p>Not here: finding and unpacking, which is {@code core.ingest}, and the SQL that prepares rows, which is {@code row}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.file;

import org.jspecify.annotations.NullMarked;
