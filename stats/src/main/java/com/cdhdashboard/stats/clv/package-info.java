/**
 * What a customer will buy and be worth: the purchase models and the spend model, with the functions they are made of.
 *
 * <p>Times have any one unit, which every method keeps; money any one currency. Not here: the histories of many
 * customers, the fits to them, and what is forecast for them, which have packages of their own.
 */
@NullMarked
package com.cdhdashboard.stats.clv;

import org.jspecify.annotations.NullMarked;
