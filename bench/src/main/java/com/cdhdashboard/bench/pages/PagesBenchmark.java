package com.cdhdashboard.bench.pages;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.bench.pages.Users.Answered;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Percentiles;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Target;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.duckdb.store.PublishedStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Ten users click on a server over fine cubes, four times: while the Java machine is still cold, on what nobody asked
 * before, on the same again, and on the floor. About 20 seconds in all.
 */
public final class PagesBenchmark {
    private static final int USERS = 10;
    private static final long SEED = 7;
    private static final int MOST_CLICKS = 20_000;
    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration COLD = Duration.ofSeconds(8);
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration FLOOR = Duration.ofSeconds(2);
    private static final Target TARGET = Target.atMost(100);

    private final Workbench workbench;
    private final FineStore store;

    public PagesBenchmark(Workbench workbench, FineStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    /** What was answered in one phase, and the milliseconds of processor time the server used for each answer. */
    private record Phase(List<Answered> answered, double processorTime) {}

    public Result run() {
        List<Click> clicks = clicks();
        workbench.say().println("clicking for about 20 seconds ...");
        try (Server server = Server.start(StartBenchmark.command(workbench, store), workbench.log("server"));
                Users users = new Users(server.address(), USERS)) {
            Map<String, Phase> phases = new LinkedHashMap<>();
            Phase first = phase(server, users, clicks, FIRST);
            phases.put("first seconds", first);
            Phase cold = phase(server, users, clicks.subList(first.answered().size(), clicks.size()), COLD);
            phases.put("cold", cold);
            phases.put("warm", phase(server, users, again(cold.answered()), WARM));
            List<Click> status = Collections.nCopies(MOST_CLICKS, new Click(Click.Kind.API, Urls.STATUS));
            return result(phases, phase(server, users, status, FLOOR));
        }
    }

    private static Phase phase(Server server, Users users, List<Click> clicks, Duration time) {
        double before = server.processorMilliseconds();
        List<Answered> answered = users.click(clicks, time);
        double used = server.processorMilliseconds() - before;
        return new Phase(answered, answered.isEmpty() ? 0 : used / answered.size());
    }

    private List<Click> clicks() {
        try (PublishedStore published = Workbench.store(store.data())) {
            return new ClickPlan(store.configuration(), published.cubes()).distinct(MOST_CLICKS, SEED);
        }
    }

    private static List<Click> again(List<Answered> answered) {
        List<Click> clicks = new ArrayList<>();
        answered.forEach(one -> clicks.add(one.click()));
        Collections.shuffle(clicks, new Random(SEED));
        return clicks;
    }

    private Result result(Map<String, Phase> phases, Phase floor) {
        List<Measurement> measurements = new ArrayList<>();
        Percentiles least = times(floor.answered());
        phases.forEach((phase, found) -> {
            if (!found.answered().isEmpty()) {
                measurements.add(measurement(phase + ", all", found.answered(), least));
            }
            for (Click.Kind kind : Click.Kind.values()) {
                List<Answered> ofKind = found.answered().stream()
                        .filter(one -> one.click().kind() == kind)
                        .toList();
                if (!ofKind.isEmpty()) {
                    measurements.add(measurement(phase + ", " + kind.label(), ofKind, least));
                }
            }
        });
        phases.forEach((phase, found) ->
                measurements.add(Measurement.of(phase + ", processor time", Unit.MILLISECONDS, found.processorTime())
                        .withFloor(floor.processorTime())));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cells", store.cells());
        facts.put("users", USERS);
        facts.put("seed", SEED);
        facts.put("value", "95th percentile");
        return new Result(
                "pages", facts, Optional.of("95th percentile of " + Urls.STATUS + ", same users"), measurements);
    }

    private static Measurement measurement(String what, List<Answered> answered, Percentiles floor) {
        Percentiles times = times(answered);
        return Measurement.of(what, Unit.MILLISECONDS, times.at(95))
                .withFloor(floor.at(95))
                .withTarget(TARGET)
                .withDetail("p50", times.at(50))
                .withDetail("p99", times.at(99))
                .withDetail("max", times.max())
                .withDetail("clicks", times.count());
    }

    private static Percentiles times(List<Answered> answered) {
        return new Percentiles(
                answered.stream().mapToDouble(Answered::milliseconds).toArray());
    }
}
