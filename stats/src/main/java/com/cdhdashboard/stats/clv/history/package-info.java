/**
 * What customers bought so far, as models read it: arrays of summaries, equal histories kept once.
 *
 * <p>Not here: making the summaries from purchases.
 */
@NullMarked
package com.cdhdashboard.stats.clv.history;

import org.jspecify.annotations.NullMarked;
