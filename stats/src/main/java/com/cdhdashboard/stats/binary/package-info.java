/**
 * How well a score tells two outcomes apart: AUC, average precision, calibration and the curves behind them.
 *
 * <p>All of it is exact for the distribution given. {@code ScoreRuns} reduces the distribution of many rows to one that is
 * kept, and says what that costs.
 */
@NullMarked
package com.cdhdashboard.stats.binary;

import org.jspecify.annotations.NullMarked;
