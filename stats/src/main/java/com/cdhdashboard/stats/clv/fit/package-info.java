/**
 * Fitting purchase models and the spend model by maximum likelihood: the likelihoods, the search, what came of it.
 *
 * <p>Not here: what a fitted model says of customers.
 */
@NullMarked
package com.cdhdashboard.stats.clv.fit;

import org.jspecify.annotations.NullMarked;
