/** Imports of real files through the real engine. */
@NullMarked
package com.cdhdashboard.duckdb.summary;

import org.jspecify.annotations.NullMarked;
