package com.cdhdashboard.core.customer;

/**
 * What was bought within a period.
 *
 * @param customers who bought something
 * @param purchases days with a purchase, counted for each customer
 */
public record PeriodTotals(long customers, long purchases, long holdings, double value) {}
