/**
 * The arms of experiments: what names them, how they compare, and what to bear in mind of the comparison.
 *
 * <p>Not here: the formulas of the tests, which {@code stats} has.
 */
@NullMarked
package com.cdhdashboard.core.metric.arm;

import org.jspecify.annotations.NullMarked;
