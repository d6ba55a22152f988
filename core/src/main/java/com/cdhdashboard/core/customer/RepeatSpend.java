package com.cdhdashboard.core.customer;

/** Repeat buyers with equally many repeat purchases of the same mean value. */
public record RepeatSpend(long frequency, double monetaryValue, long customers) {}
