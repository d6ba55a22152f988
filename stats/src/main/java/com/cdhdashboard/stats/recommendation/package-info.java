/**
 * How different and how surprising lists of recommendations are, from sums that merge.
 */
@NullMarked
package com.cdhdashboard.stats.recommendation;

import org.jspecify.annotations.NullMarked;
