package com.cdhdashboard.bench.small;

import com.cdhdashboard.bench.pages.FineStore;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the small steps in a Java machine of their own each, shortly: they show orders of magnitude, not percents. */
public final class SmallBenchmark {
    private static final int WARM_UPS = 2;
    private static final int ITERATIONS = 3;
    private static final String FLOOR_STEP = "rollUpFloor";
    private static final String FLOOR_OF = "rollUpAndScore";

    private final Workbench workbench;
    private final FineStore store;

    public SmallBenchmark(Workbench workbench, FineStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    public Result run() {
        workbench.say().println("measuring small steps for about a minute ...");
        Map<String, Measurement> steps = new LinkedHashMap<>();
        for (RunResult result : results()) {
            String step = result.getPrimaryResult().getLabel();
            double score = result.getPrimaryResult().getScore();
            steps.put(step, Measurement.of(step, Unit.MICROSECONDS, score).withDetail("error", error(result)));
        }
        Optional<Measurement> floor = Optional.ofNullable(steps.remove(FLOOR_STEP));
        List<Measurement> measurements = new ArrayList<>();
        steps.forEach((step, measurement) -> measurements.add(floor.filter(least -> step.equals(FLOOR_OF))
                .map(least -> measurement.withFloor(least.value()))
                .orElse(measurement)));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cells", store.cells());
        facts.put("iterations", ITERATIONS + " of 1 s");
        facts.put("error", "half of the 99.9 % confidence interval");
        return new Result(
                "small",
                facts,
                Optional.of("the engine alone sums the same cells, where a step asks it; else none"),
                measurements);
    }

    private List<RunResult> results() {
        Options options = new OptionsBuilder()
                .include(SmallSteps.class.getName())
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend(
                        "-D" + CubeState.DATA + "=" + store.data(),
                        "-D" + CubeState.CONFIGURATION + "="
                                + workbench.configuration(store.grain().configuration()))
                .build();
        try {
            return List.copyOf(new Runner(options).run());
        } catch (RunnerException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES, "The small steps could not be measured: " + e.getMessage(), e);
        }
    }

    /** Too few iterations give none. */
    private static double error(RunResult result) {
        double error = result.getPrimaryResult().getScoreError();
        return Double.isFinite(error) ? error : 0;
    }
}
