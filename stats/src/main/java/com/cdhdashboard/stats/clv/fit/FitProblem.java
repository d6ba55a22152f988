package com.cdhdashboard.stats.clv.fit;

/** Why there is no fitted model. */
public enum FitProblem {
    NO_REPEAT_BUYERS("No customer bought a second time, so there is nothing to learn about repeat purchases."),
    TOO_FEW_REPEAT_BUYERS("Fewer than 10 customers bought again (with a positive mean value where values are"
            + " modelled): too few for the parameters of the model."),
    NO_VARIATION("All customers are alike, so differences between customers cannot be estimated."),
    BOUNDARY("The likelihood grows towards parameters of 0 or infinity: the data do not determine them."
            + " A model with fewer parameters would describe these customers as well."),
    NO_CONVERGENCE("The search for the largest likelihood did not converge."),
    NO_MEAN_VALUE(
            "The spend model has no mean (q is 1 or less): values are spread too widely for a mean to be stated.");

    private final String sentence;

    FitProblem(String sentence) {
        this.sentence = sentence;
    }

    /** What to tell the user. */
    public String sentence() {
        return sentence;
    }
}
