package com.cdhdashboard.app.sample;

/**
 * One action offered in an interaction.
 *
 * @param chance the true probability of a click
 */
record Offer(Visit visit, Action action, int rank, Scores scores, double chance) {

    /** Numbers in millionths; negative where the export has none. */
    record Scores(long propensity, long finalPropensity, long priority) {}
}
