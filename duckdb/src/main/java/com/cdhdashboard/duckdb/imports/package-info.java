/**
 * The run of an import: choosing files, reading and committing them one by one, publishing, progress, and what is done when
 * the engine ends. Each step has a package below this one.
 *
 * <p>Not here: finding and unpacking files, which is {@code core.ingest}.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports;

import org.jspecify.annotations.NullMarked;
