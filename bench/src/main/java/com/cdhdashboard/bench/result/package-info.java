/**
 * What was measured, and how it is shown: percentiles, a table for people, a line of JSON for keeping.
 *
 * <p>Not here: anything that measures.
 */
@NullMarked
package com.cdhdashboard.bench.result;

import org.jspecify.annotations.NullMarked;
