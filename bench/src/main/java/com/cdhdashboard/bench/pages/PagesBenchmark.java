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
 * Ten users click on a server over fine cubes, in turn: right after its start, while the Java machine still compiles, on
 * what nobody asked before, on the same again, and on the floor. About 45 seconds in all.
 */
public final class PagesBenchmark {
    private static final int USERS = 10;
    private static final long SEED = 7;
    private static final int MOST_CLICKS = 20_000;
    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration NEXT = Duration.ofSeconds(25);
    private static final Duration COLD = Duration.ofSeconds(8);
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration FLOOR = Duration.ofSeconds(2);

    private final Workbench workbench;
    private final FineStore store;

    public PagesBenchmark(Workbench workbench, FineStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    /** What was answered in one phase, and the milliseconds of processor time the server used for each answer. */
    private record Phase(String name, Target target, List<Answered> answered, double processorTime) {}

    public Result run() {
        List<Click> clicks = clicks();
        workbench.say().println("clicking for about 45 seconds ...");
        try (Server server = Server.start(StartBenchmark.command(workbench, store), workbench.log("server"));
                Users users = new Users(server.address(), USERS)) {
            Clicking clicking = new Clicking(server, users, store.grain());
            Phase first = clicking.cold("first seconds", clicks, FIRST);
            List<Click> later = clicks.subList(first.answered().size(), clicks.size());
            Phase next = clicking.cold("first half minute", later, NEXT);
            Phase cold = clicking.cold("cold", later.subList(next.answered().size(), later.size()), COLD);
            Phase warm = clicking.warm("warm", again(cold.answered()), WARM);
            List<Click> status = Collections.nCopies(MOST_CLICKS, new Click(Click.Kind.API, Urls.STATUS));
            Phase floor = clicking.warm("floor", status, FLOOR);
            return result(List.of(first, next, cold, warm), floor);
        }
    }

    /** The users at one server. */
    private record Clicking(Server server, Users users, FineGrain grain) {
        Phase cold(String name, List<Click> clicks, Duration time) {
            return phase(name, grain.cold(), clicks, time);
        }

        Phase warm(String name, List<Click> clicks, Duration time) {
            return phase(name, grain.warm(), clicks, time);
        }

        private Phase phase(String name, Target target, List<Click> clicks, Duration time) {
            double before = server.processorMilliseconds();
            List<Answered> answered = users.click(clicks, time);
            double used = server.processorMilliseconds() - before;
            return new Phase(name, target, answered, answered.isEmpty() ? 0 : used / answered.size());
        }
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

    private Result result(List<Phase> phases, Phase floor) {
        List<Measurement> measurements = new ArrayList<>();
        Percentiles least = times(floor.answered());
        phases.forEach(phase -> times(phase)
                .forEach((what, times) ->
                        measurements.add(measurement(what, times, least).withTarget(phase.target()))));
        phases.forEach(phase -> measurements.add(
                Measurement.of(phase.name() + ", processor time", Unit.MILLISECONDS, phase.processorTime())
                        .withFloor(floor.processorTime())));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cells", store.cells());
        facts.put("users", USERS);
        facts.put("seed", SEED);
        facts.put("value", "95th percentile");
        return new Result(
                store.grain().benchmark(),
                facts,
                Optional.of("95th percentile of " + Urls.STATUS + ", same users"),
                measurements);
    }

    /** Of all clicks and of each kind there is, by what is measured. */
    private static Map<String, Percentiles> times(Phase phase) {
        Map<String, Percentiles> times = new LinkedHashMap<>();
        if (!phase.answered().isEmpty()) {
            times.put(phase.name() + ", all", times(phase.answered()));
        }
        for (Click.Kind kind : Click.Kind.values()) {
            List<Answered> ofKind = phase.answered().stream()
                    .filter(one -> one.click().kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                times.put(phase.name() + ", " + kind.label(), times(ofKind));
            }
        }
        return times;
    }

    private static Measurement measurement(String what, Percentiles times, Percentiles floor) {
        return Measurement.of(what, Unit.MILLISECONDS, times.at(95))
                .withFloor(floor.at(95))
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
