package com.cdhdashboard.duckdb.columnar;

/** How many rows each of many things stands for, in as few bytes as hold all of them. Immutable. */
sealed interface Weights {
    double at(int place);

    /** Those of some rows, put together by group. */
    Weights of(SummaryTableRows.Parts parts);

    long bytes();

    /** Keeps the array where it is needed, so it is not to be changed any more. */
    static Weights of(double[] all) {
        char[] small = new char[all.length];
        for (int i = 0; i < all.length; i++) {
            small[i] = (char) all[i];
            if (small[i] != all[i]) {
                return new Large(all);
            }
        }
        return new Small(small);
    }

    /** Whole numbers up to {@link Character#MAX_VALUE}, as most are. */
    final class Small implements Weights {
        private final char[] weights;

        private Small(char[] weights) {
            this.weights = weights;
        }

        @Override
        public double at(int place) {
            return weights[place];
        }

        @Override
        public Weights of(SummaryTableRows.Parts parts) {
            return new Small(parts.of(weights));
        }

        @Override
        public long bytes() {
            return (long) Character.BYTES * weights.length;
        }
    }

    /** Numbers of any size; whole ones are exact up to 2⁵³. */
    final class Large implements Weights {
        private final double[] weights;

        private Large(double[] weights) {
            this.weights = weights;
        }

        @Override
        public double at(int place) {
            return weights[place];
        }

        @Override
        public Weights of(SummaryTableRows.Parts parts) {
            return new Large(parts.of(weights));
        }

        @Override
        public long bytes() {
            return (long) Double.BYTES * weights.length;
        }
    }
}
