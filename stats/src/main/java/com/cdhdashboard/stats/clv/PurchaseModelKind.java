package com.cdhdashboard.stats.clv;

import java.util.List;

/** The purchase models there are. */
public enum PurchaseModelKind {
    BG_NBD("BG/NBD", List.of("r", "alpha", "a", "b")),
    MBG_NBD("MBG/NBD", List.of("r", "alpha", "a", "b")),
    PARETO_NBD("Pareto/NBD", List.of("r", "alpha", "s", "beta"));

    /** The parameters that are times; the others are numbers. */
    private static final List<String> TIMES = List.of("alpha", "beta");

    private final String title;
    private final List<String> parameterNames;

    PurchaseModelKind(String title, List<String> parameterNames) {
        this.title = title;
        this.parameterNames = parameterNames;
    }

    public String title() {
        return title;
    }

    /** The names of the parameters, in the order of the model's record. */
    public List<String> parameterNames() {
        return parameterNames;
    }

    /** The model with these parameters, in the order of {@link #parameterNames}. */
    public PurchaseModel model(double... parameters) {
        if (parameters.length != parameterNames.size()) {
            throw new IllegalArgumentException(
                    title + " has the parameters " + parameterNames + ", not " + parameters.length + " of them");
        }
        double first = parameters[0];
        double second = parameters[1];
        double third = parameters[2];
        double fourth = parameters[3];
        return switch (this) {
            case BG_NBD -> new BgNbd(first, second, third, fourth);
            case MBG_NBD -> new MbgNbd(first, second, third, fourth);
            case PARETO_NBD -> new ParetoNbd(first, second, third, fourth);
        };
    }

    /** Parameters for times in a unit of which the present one holds so many. */
    public double[] inSmallerUnits(double factor, double[] parameters) {
        double[] scaled = parameters.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= TIMES.contains(parameterNames.get(i)) ? factor : 1;
        }
        return scaled;
    }
}
