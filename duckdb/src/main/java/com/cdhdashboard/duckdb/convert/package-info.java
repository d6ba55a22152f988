/**
 * Files from one format into another, without a store.
 *
 * <p>Reading exports for an import does not belong here.
 */
@NullMarked
package com.cdhdashboard.duckdb.convert;

import org.jspecify.annotations.NullMarked;
