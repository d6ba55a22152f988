package com.cdhdashboard.stats.clv.fit;

/** Is told how far a fit is, and may end it. */
@FunctionalInterface
public interface FitProgress {
    /** Keeps quiet. */
    FitProgress NONE = step -> {};

    /**
     * Called before each pass over the data, in the thread that fits.
     *
     * @throws java.util.concurrent.CancellationException to end the fit, which lets it through
     */
    void report(Step step);

    /** What a fit does: looks for places to start from on a part of the data, then climbs on all of it. */
    enum Phase {
        SEARCH,
        CLIMB
    }

    /**
     * Where a fit is.
     *
     * @param passes passes over data made so far
     */
    record Step(Phase phase, int passes) {}
}
