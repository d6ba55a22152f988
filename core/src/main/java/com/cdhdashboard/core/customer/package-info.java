/**
 * Customers and what they are worth: the metrics over product holdings, their columns, and the port they are read by.
 *
 * <p>Not here: how the columns are computed from holdings, which is the engine's, and models of customer lifetime value,
 * which are {@code stats}'.
 */
@NullMarked
package com.cdhdashboard.core.customer;

import org.jspecify.annotations.NullMarked;
