/** Tests of cubes in memory. */
@NullMarked
package com.cdhdashboard.duckdb.columnar;

import org.jspecify.annotations.NullMarked;
