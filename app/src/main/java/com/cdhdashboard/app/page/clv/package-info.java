/**
 * The page of one report over customers, which may wait for its models.
 *
 * <p>Not here: how a report is computed; {@code CustomerReports} in {@code core} gives it.
 */
@NullMarked
package com.cdhdashboard.app.page.clv;

import org.jspecify.annotations.NullMarked;
