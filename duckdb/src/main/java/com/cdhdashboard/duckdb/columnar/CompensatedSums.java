package com.cdhdashboard.duckdb.columnar;

/**
 * Sums of finite amounts by group. The rounding error of each step is kept and added at the end (Neumaier,
 * Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974), so that the order of amounts
 * does not show. Not thread safe.
 */
final class CompensatedSums {
    private final double[] totals;
    private final double[] errors;

    CompensatedSums(int groups) {
        totals = new double[groups];
        errors = new double[groups];
    }

    void add(int group, double amount) {
        double before = totals[group];
        double after = before + amount;
        errors[group] += Math.abs(before) >= Math.abs(amount) ? (before - after) + amount : (amount - after) + before;
        totals[group] = after;
    }

    void clear(int group) {
        totals[group] = 0;
        errors[group] = 0;
    }

    double of(int group) {
        return totals[group] + errors[group];
    }
}
