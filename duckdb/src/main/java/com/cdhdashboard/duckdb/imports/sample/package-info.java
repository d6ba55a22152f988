/**
 * The sample of rows that an import keeps: how rows are drawn, which columns are left out of it, and the tables made of it.
 *
 * <p>Not here: what the sample is asked.
 */
@NullMarked
package com.cdhdashboard.duckdb.imports.sample;

import org.jspecify.annotations.NullMarked;
