/**
 * What every score means and how it is shown; reading sums from rolled-up tables and writing scores into new ones.
 *
 * <p>{@link com.cdhdashboard.core.metric.score.Scores} is the catalogue. Not here: the families that compute them, and
 * how scores become charts.
 */
@NullMarked
package com.cdhdashboard.core.metric.score;

import org.jspecify.annotations.NullMarked;
