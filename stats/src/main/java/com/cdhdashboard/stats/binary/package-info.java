/**
 * How well a score tells two outcomes apart: AUC, average precision, calibration and the curves behind them.
 *
 * <p>All of it is exact for the distribution given. What makes a distribution of more rows than fit in memory is in
 * {@code stats.sketch}.
 */
@NullMarked
package com.cdhdashboard.stats.binary;

import org.jspecify.annotations.NullMarked;
