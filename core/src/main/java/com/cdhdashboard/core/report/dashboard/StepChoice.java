package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The step of time that a chart goes by, among those there are: the one that was asked for, else the one that suits the
 * data.
 *
 * @param suited what is drawn where none is asked for
 */
record StepChoice(List<TimeStep> steps, TimeStep suited, Optional<TimeStep> asked) {
    private static final String NAME = "step";

    StepChoice {
        steps = List.copyOf(steps);
    }

    static StepChoice of(CubeSchema schema, TimeStep suited, Optional<String> asked) {
        List<TimeStep> steps =
                Stream.of(TimeStep.values()).filter(step -> step.isIn(schema)).toList();
        return new StepChoice(steps, suited, asked.flatMap(TimeStep::of).filter(steps::contains));
    }

    TimeStep step() {
        return asked.orElse(suited);
    }

    /** Says the step where it is not the finest there is. */
    String titleEnding() {
        return step() == steps.get(0) ? "" : ", by " + step().word();
    }

    Control control() {
        List<Option> options = new ArrayList<>();
        options.add(Option.AUTOMATIC);
        steps.forEach(step -> options.add(new Option(step.dimension(), step.word())));
        return new Control(
                NAME, "Charts by", options, asked.map(TimeStep::dimension).orElse(""));
    }
}
