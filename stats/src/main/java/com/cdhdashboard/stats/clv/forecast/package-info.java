/**
 * What models say of groups of customers over a horizon, and how that compares with what happened.
 *
 * <p>Not here: how results are shown.
 */
@NullMarked
package com.cdhdashboard.stats.clv.forecast;

import org.jspecify.annotations.NullMarked;
