/**
 * Arms of experiments against their controls: bars of z, or points of odds ratios with their intervals.
 *
 * <p>Not here: how arms are tested, which is the metric of experiments.
 */
@NullMarked
package com.cdhdashboard.core.report.comparison;

import org.jspecify.annotations.NullMarked;
