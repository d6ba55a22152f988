package com.cdhdashboard.app.sample;

import static com.cdhdashboard.app.sample.Fragment.member;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with its arms; also the ways in which no experiment is written down.
 *
 * @param salt makes a customer's arm in one experiment say nothing of the arm in another
 */
record Experiment(long salt, List<Arm> arms) {

    /** An arm and what it adds to the log-odds of a click. */
    record Arm(double logit, Fragment json) {}

    /** A clear win of the new design, on places with a hero picture. */
    static final Experiment HERO_COLOUR = of("HeroColour", List.of("Control", "Test"), 0, 0.16);

    /** Three arms: one better, one no different. */
    static final Experiment WORDING = of("Wording", List.of("Control", "A", "B"), 0, 0.22, 0.01);

    /** Makes no difference. */
    static final Experiment CADENCE = of("Cadence", List.of("Control", "Test"), 0, 0);

    static final Experiment NOT_AVAILABLE = outside("N/A");
    static final Experiment EMPTY = outside("");
    static final Experiment MISSING = outside(null);

    private static Experiment of(String name, List<String> arms, double... logits) {
        List<Arm> made = IntStream.range(0, arms.size())
                .mapToObj(i -> arm(name, arms.get(i), logits[i]))
                .toList();
        return new Experiment(name.hashCode(), made);
    }

    private static Experiment outside(@Nullable String text) {
        return new Experiment(0, List.of(arm(text, text, 0)));
    }

    private static Arm arm(@Nullable String name, @Nullable String group, double logit) {
        String json = member("ExperimentName", name) + member("ExperimentGroup", group);
        return new Arm(logit, Fragment.of(json));
    }

    /** The arm of a customer, always the same one. */
    Arm armOf(long customer) {
        return arms.get((int) Math.floorMod(Mix.of(customer, salt), (long) arms.size()));
    }
}
