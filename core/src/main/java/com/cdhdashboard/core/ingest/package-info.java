/**
 * Finding, recognising and unpacking exports, and naming their columns.
 *
 * <p>Not here: reading rows into an engine.
 */
@NullMarked
package com.cdhdashboard.core.ingest;

import org.jspecify.annotations.NullMarked;
