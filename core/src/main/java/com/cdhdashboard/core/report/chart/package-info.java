/**
 * Charts over cubes, one class for each kind of report, and what they share: small charts, colours, traces, cards.
 *
 * <p>Not here: how a figure is written as data, which is {@code core.figure}.
 */
@NullMarked
package com.cdhdashboard.core.report.chart;

import org.jspecify.annotations.NullMarked;
