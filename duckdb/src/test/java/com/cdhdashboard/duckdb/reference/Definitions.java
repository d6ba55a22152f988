package com.cdhdashboard.duckdb.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Statistics written as their definitions say; {@code NaN} where there is none. */
final class Definitions {
    static final double Z_95 = 1.959963984540054;

    private Definitions() {}

    /** P(s₊ > s₋) + ½·P(s₊ = s₋), over all pairs. */
    static double area(double[] positives, double[] negatives) {
        return mean(
                DoubleStream.of(positives).map(score -> wins(score, negatives)).toArray());
    }

    /** The share of others that a score beats, ties counting half. */
    private static double wins(double score, double[] others) {
        return mean(DoubleStream.of(others)
                .map(other -> score > other ? 1 : score == other ? 0.5 : 0)
                .toArray());
    }

    /** DeLong's standard error of the area: each score's place among the other class is one observation. */
    static double areaError(double[] positives, double[] negatives) {
        double ofPositives = variance(
                DoubleStream.of(positives).map(score -> wins(score, negatives)).toArray());
        double ofNegatives = variance(DoubleStream.of(negatives)
                .map(score -> 1 - wins(score, positives))
                .toArray());
        return Math.sqrt(ofPositives / positives.length + ofNegatives / negatives.length);
    }

    /** Σ (Rᵢ − Rᵢ₋₁)·Pᵢ over the distinct scores, highest first. */
    static double averagePrecision(double[] positives, double[] negatives) {
        if (positives.length == 0 || negatives.length == 0) {
            return Double.NaN;
        }
        double[] ascending = DoubleStream.of(positives).distinct().sorted().toArray();
        double sum = 0;
        double before = 0;
        for (int i = ascending.length - 1; i >= 0; i--) {
            double threshold = ascending[i];
            double found = DoubleStream.of(positives)
                    .filter(score -> score >= threshold)
                    .count();
            double wrong = DoubleStream.of(negatives)
                    .filter(score -> score >= threshold)
                    .count();
            sum += (found - before) * (found / (found + wrong));
            before = found;
        }
        return sum / positives.length;
    }

    /** 1 less the mean cosine of all pairs of lists. */
    static double personalization(List<Set<String>> lists) {
        double sum = 0;
        for (int i = 0; i < lists.size(); i++) {
            for (int j = 0; j < i; j++) {
                Set<String> other = lists.get(j);
                double both = lists.get(i).stream().filter(other::contains).count();
                sum += both / Math.sqrt((double) lists.get(i).size() * other.size());
            }
        }
        double pairs = lists.size() * (lists.size() - 1) / 2.0;
        return pairs == 0 ? Double.NaN : 1 - sum / pairs;
    }

    /** The mean over lists of the mean of −log₂ of the share of lists that have the item. */
    static double novelty(List<Set<String>> lists) {
        return lists.size() < 2
                ? Double.NaN
                : mean(lists.stream()
                        .mapToDouble(list -> mean(list.stream()
                                .mapToDouble(item -> -Math.log(lists.stream()
                                                        .filter(other -> other.contains(item))
                                                        .count()
                                                / (double) lists.size())
                                        / Math.log(2))
                                .toArray()))
                        .toArray());
    }

    static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : DoubleStream.of(values).sum() / values.length;
    }

    /** With n − 1. */
    static double variance(double[] values) {
        double mean = mean(values);
        return values.length < 2
                ? Double.NaN
                : DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }

    /** Type 7: linear between the neighbours of rank share·(n − 1). */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        double rank = share * (ascending.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (rank - below) * (ascending[above] - ascending[below]);
    }

    /** Σ (O − E)²/E over arms (positives, negatives). */
    static double chiSquare(List<long[]> arms) {
        return overCells(arms, (observed, expected) -> (observed - expected) * (observed - expected) / expected);
    }

    /** 2·Σ O·ln(O/E). */
    static double likelihoodRatio(List<long[]> arms) {
        return overCells(
                arms, (observed, expected) -> observed == 0 ? 0 : 2 * observed * Math.log(observed / expected));
    }

    private interface Cell {
        double of(double observed, double expected);
    }

    private static double overCells(List<long[]> arms, Cell cell) {
        double all = arms.stream().mapToLong(arm -> arm[0] + arm[1]).sum();
        double sum = 0;
        for (int outcome = 0; outcome < 2; outcome++) {
            int column = outcome;
            double total = arms.stream().mapToLong(arm -> arm[column]).sum();
            for (long[] arm : arms) {
                sum += cell.of((double) arm[column], (arm[0] + arm[1]) * total / all);
            }
        }
        return sum;
    }

    /** The chance of a chi-square as large, with one or two degrees of freedom. */
    static double chiSquareTail(double value, int degrees) {
        return switch (degrees) {
            case 1 -> normalTails(Math.sqrt(value));
            case 2 -> Math.exp(-value / 2);
            default -> throw new IllegalArgumentException(degrees + " degrees of freedom");
        };
    }

    /** The area beyond −z and z under the normal curve, by Simpson's rule. */
    static double normalTails(double z) {
        int steps = 20_000;
        double width = 14.0 / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = Math.abs(z) + i * width;
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-x * x / 2);
        }
        return 2 * sum * width / 3 / Math.sqrt(2 * Math.PI);
    }
}
