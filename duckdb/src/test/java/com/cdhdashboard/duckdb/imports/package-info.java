/** Imports of real files through the real engine. */
@NullMarked
package com.cdhdashboard.duckdb.imports;

import org.jspecify.annotations.NullMarked;
