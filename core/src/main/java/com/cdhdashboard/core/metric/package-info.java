/**
 * Metric families: the columns each needs, the measures its cube holds, and the scores made from them.
 */
@NullMarked
package com.cdhdashboard.core.metric;

import org.jspecify.annotations.NullMarked;
