/**
 * Metric families: the columns each needs, the measures its cube holds, and how scores are made from sums of these.
 *
 * <p>Not here: what scores mean, how arms are compared and how questions are answered, which have packages of their own;
 * how rows become cubes (an engine does that from {@code measures()}).
 */
@NullMarked
package com.cdhdashboard.core.metric;

import org.jspecify.annotations.NullMarked;
