/**
 * What a customer will buy and be worth: purchase models, the spend model, their fits and their checks.
 *
 * <p>Everything works on arrays of summaries, one place per customer. Times have any one unit, which every method keeps;
 * money any one currency. Not here: making the summaries from purchases, and how results are shown.
 */
@NullMarked
package com.cdhdashboard.stats.clv;

import org.jspecify.annotations.NullMarked;
