/**
 * The models of customer lifetime value behind reports: fitted on all customers of a metric, in a thread of their own, and
 * remembered while the data are the same.
 *
 * <p>Not here: the models themselves, which are {@code stats}'; what charts draw of them, which is {@code report.customer}'s.
 */
@NullMarked
package com.cdhdashboard.core.report.fit;

import org.jspecify.annotations.NullMarked;
