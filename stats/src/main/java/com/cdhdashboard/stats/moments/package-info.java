/**
 * Quantiles of values that stand for several rows, and skewness from quartiles.
 */
@NullMarked
package com.cdhdashboard.stats.moments;

import org.jspecify.annotations.NullMarked;
