/**
 * Recency, frequency and monetary value: codes of customers by their quartiles, and the segments named after them.
 *
 * <p>Not here: making the three numbers from purchases, and models of what customers will do.
 */
@NullMarked
package com.cdhdashboard.stats.clv.rfm;

import org.jspecify.annotations.NullMarked;
