package com.cdhdashboard.core.customer;

/**
 * Customers with the same history of purchases, as models need them.
 *
 * @param frequency x: purchase days after the first
 * @param recency t_x: days from the first purchase to the last
 * @param tenure T: days from the first purchase to the end of observation
 * @param customers how many have this history
 */
public record PurchaseHistory(long frequency, long recency, long tenure, long customers) {}
