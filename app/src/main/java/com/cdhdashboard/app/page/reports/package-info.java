/**
 * The page of one report, over interactions or over customers: choices, cards, figure and data, or how far its models
 * are.
 *
 * <p>Not here: how a report is computed; {@code Reports} in {@code core} gives it.
 */
@NullMarked
package com.cdhdashboard.app.page.reports;

import org.jspecify.annotations.NullMarked;
