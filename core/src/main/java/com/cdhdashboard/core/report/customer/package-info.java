/**
 * Reports over customers: one class for each kind of chart, and the totals above them.
 *
 * <p>Not here: the fitted models, which are {@code report.fit}'s.
 */
@NullMarked
package com.cdhdashboard.core.report.customer;

import org.jspecify.annotations.NullMarked;
