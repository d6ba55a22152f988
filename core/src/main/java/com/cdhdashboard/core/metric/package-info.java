/**
 * Metric families: the columns each needs, the measures its cube holds, and the scores made from sums of these.
 *
 * <p>{@link com.cdhdashboard.core.metric.Scores} says what every score means and how it is shown. Not here: how rows
 * become cubes (an engine does that from {@code measures()}), and how scores become charts (see {@code report}).
 */
@NullMarked
package com.cdhdashboard.core.metric;

import org.jspecify.annotations.NullMarked;
