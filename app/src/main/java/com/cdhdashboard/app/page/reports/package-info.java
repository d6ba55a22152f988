/**
 * The page of one report: choices, cards, figure and data.
 *
 * <p>Not here: how a report is computed; {@code Reports} in {@code core} gives it.
 */
@NullMarked
package com.cdhdashboard.app.page.reports;

import org.jspecify.annotations.NullMarked;
