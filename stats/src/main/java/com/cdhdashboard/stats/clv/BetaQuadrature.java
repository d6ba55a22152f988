package com.cdhdashboard.stats.clv;

import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Gauss-Jacobi nodes and weights for the mean of a smooth function of p ~ Beta(a, c).
 *
 * <p>Nodes are the eigenvalues of the tridiagonal matrix of the recurrence of the Jacobi polynomials, weights the squared
 * first components of its eigenvectors. The matrix is made for p in (0, 1) rather than for 2p − 1, which keeps the digits
 * of nodes near 0. Source: G. Golub, J. Welsch, Mathematics of Computation 23 (1969) 221-230,
 * doi:10.1090/S0025-5718-69-99647-1.
 */
final class BetaQuadrature {
    private static final int NODES = 32;

    private final double[] nodes = new double[NODES];
    private final double[] weights = new double[NODES];

    private BetaQuadrature(double[] diagonal, double[] beside) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(diagonal, beside);
        for (int i = 0; i < NODES; i++) {
            nodes[i] = eigen.getEigenvalue(i);
            double first = eigen.getEigenvector(i).getEntry(0);
            weights[i] = first * first;
        }
    }

    static BetaQuadrature of(double a, double c) {
        double s = a + c - 2;
        double[] diagonal = new double[NODES];
        double[] beside = new double[NODES - 1];
        diagonal[0] = a / (a + c);
        beside[0] = Math.sqrt(a * c / (s + 3)) / (s + 2);
        for (int k = 1; k < NODES; k++) {
            double even = 2 * k + s;
            diagonal[k] = (2 * k * (k + s + 1) + s * a) / (even * (even + 2));
        }
        for (int k = 2; k < NODES; k++) {
            double even = 2 * k + s;
            double square = k * (k + s) * (k + c - 1) * (k + a - 1) / ((even - 1) * (even + 1));
            beside[k - 1] = Math.sqrt(square) / even;
        }
        return new BetaQuadrature(diagonal, beside);
    }

    /** The mean of (1 − (1 + p·share)^−shape)/p. */
    double meanOfStopped(double shape, double share) {
        double mean = 0;
        for (int i = 0; i < NODES; i++) {
            mean -= weights[i] * Math.expm1(-shape * Math.log1p(nodes[i] * share)) / nodes[i];
        }
        return mean;
    }
}
