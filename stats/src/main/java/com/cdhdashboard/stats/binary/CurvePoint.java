package com.cdhdashboard.stats.binary;

/** A point of a curve and the lowest score of the rows it counts; +∞ at the start, where no row is counted. */
public record CurvePoint(double x, double y, double threshold) {}
