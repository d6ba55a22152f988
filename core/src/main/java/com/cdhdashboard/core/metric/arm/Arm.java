package com.cdhdashboard.core.metric.arm;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.stats.hypothesis.Proportion;
import java.util.List;

/**
 * One arm of an experiment.
 *
 * @param spellings of the name, which differ in case or in blanks at their ends only
 */
record Arm(String name, Proportion responses, List<String> spellings) {
    Arm {
        requireNonNull(name, "name");
        requireNonNull(responses, "responses");
        spellings = List.copyOf(spellings);
    }
}
