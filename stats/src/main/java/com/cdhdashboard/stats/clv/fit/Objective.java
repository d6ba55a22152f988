package com.cdhdashboard.stats.clv.fit;

/** A log-likelihood to make as large as possible, as a function of the logarithms of its parameters. */
interface Objective {
    int dimension();

    /** How many customers it is the log-likelihood of. */
    double customers();

    /** The value with its derivatives by the parameters themselves. */
    Slope atParameters(double[] parameters);

    /** The value with its derivatives by the logarithms of the parameters: d/d ln θ = θ d/dθ. */
    default Slope at(double[] logParameters) {
        double[] parameters = exp(logParameters);
        Slope slope = atParameters(parameters);
        double[] gradient = slope.gradient().clone();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= parameters[i];
        }
        return new Slope(slope.value(), gradient);
    }

    /** A value with its derivatives. */
    final class Slope {
        private final double value;
        private final double[] gradient;

        Slope(double value, double[] gradient) {
            this.value = value;
            this.gradient = gradient;
        }

        double value() {
            return value;
        }

        double[] gradient() {
            return gradient;
        }
    }

    static double[] exp(double[] logParameters) {
        double[] parameters = new double[logParameters.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Math.exp(logParameters[i]);
        }
        return parameters;
    }
}
