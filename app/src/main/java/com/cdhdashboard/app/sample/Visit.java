package com.cdhdashboard.app.sample;

/**
 * One interaction: a customer meets the bank somewhere, and a decision is made.
 *
 * @param number counts all interactions of an export
 * @param time of the decision, in epoch milliseconds
 */
record Visit(long number, int customer, Circumstances circumstances, long time) {

    /** What is the same for all offers of an interaction. */
    record Circumstances(Place place, Model model, Experiment.Arm arm) {}

    Place place() {
        return circumstances.place();
    }

    Model model() {
        return circumstances.model();
    }
}
