/**
 * Count, mean and variance that merge, quantiles of data at hand, and skewness from quartiles.
 *
 * <p>Not here: quantiles of more data than fit in memory; see {@code stats.sketch}.
 */
@NullMarked
package com.cdhdashboard.stats.moments;

import org.jspecify.annotations.NullMarked;
