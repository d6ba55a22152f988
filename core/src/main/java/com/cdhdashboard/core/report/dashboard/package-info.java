/**
 * The dashboard: its cards with their trend over time, and its charts.
 *
 * <p>Not here: how a chart is drawn, which is the class of its kind.
 */
@NullMarked
package com.cdhdashboard.core.report.dashboard;

import org.jspecify.annotations.NullMarked;
