/**
 * Reports over customers: their charts, the models of customer lifetime value behind some of them, and the totals above.
 *
 * <p>Not here: which keys a report reads, which is in the one capability table of {@code report}; the models, which are
 * {@code stats}'.
 */
@NullMarked
package com.cdhdashboard.core.clv;

import org.jspecify.annotations.NullMarked;
