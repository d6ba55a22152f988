/**
 * Reports over customers: their charts, and the totals above them.
 *
 * <p>Not here: which keys a report reads, which is in the one capability table of {@code report}; the fitted models, which
 * are {@code report.fit}'s.
 */
@NullMarked
package com.cdhdashboard.core.report.customer;

import org.jspecify.annotations.NullMarked;
