/**
 * The rows of a part: their columns, names and values, and the rows that cannot be taken.
 *
 * <p>Not here: where parts come from, and reading rows into an engine.
 */
@NullMarked
package com.cdhdashboard.core.ingest.row;

import org.jspecify.annotations.NullMarked;
