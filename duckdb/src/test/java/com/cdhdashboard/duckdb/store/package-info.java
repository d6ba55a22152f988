/** Stores as files on disk. */
@NullMarked
package com.cdhdashboard.duckdb.store;

import org.jspecify.annotations.NullMarked;
