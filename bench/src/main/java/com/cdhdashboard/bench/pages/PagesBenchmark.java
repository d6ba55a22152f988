package com.cdhdashboard.bench.pages;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Target;
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
 * what nobody asked before, on the same again, and on the floor; then one of them alone on what nobody asked before.
 * About 50 seconds in all.
 */
public final class PagesBenchmark {
    private static final int USERS = 10;
    private static final long SEED = 7;
    private static final int MOST_CLICKS = 20_000;
    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration NEXT = Duration.ofSeconds(25);
    private static final Duration COLD = Duration.ofSeconds(8);
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final Duration FLOOR = Duration.ofSeconds(2);

    private final Workbench workbench;
    private final FineStore store;

    public PagesBenchmark(Workbench workbench, FineStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    public Result run() {
        List<Click> clicks = clicks();
        workbench.say().println("clicking for about 50 seconds ...");
        try (Server server = Server.start(StartBenchmark.command(workbench, store), workbench.log("server"));
                Users users = new Users(server.address(), USERS);
                Users one = new Users(server.address(), 1)) {
            Target cold = store.grain().cold();
            Phase first =
                    Phase.of("first seconds", server, users, clicks, FIRST).withTarget(cold);
            List<Click> unasked = clicks.subList(first.size(), clicks.size());
            Phase next =
                    Phase.of("first half minute", server, users, unasked, NEXT).withTarget(cold);
            List<Click> stillUnasked = unasked.subList(next.size(), unasked.size());
            Phase later = Phase.of("cold", server, users, stillUnasked, COLD).withTarget(cold);
            Phase warm = Phase.of("warm", server, users, later.again(new Random(SEED)), WARM)
                    .withTarget(store.grain().warm());
            Phase floor = Phase.of("floor", server, users, status(), FLOOR);
            List<Click> left = stillUnasked.subList(later.size(), stillUnasked.size());
            Phase alone = Phase.of("one user, cold", server, one, left, ALONE).withTarget(cold);
            return result(List.of(first, next, later, warm, alone), floor);
        }
    }

    private List<Click> clicks() {
        try (PublishedStore published = Workbench.store(store.data())) {
            return new ClickPlan(store.configuration(), published.cubes()).distinct(MOST_CLICKS, SEED);
        }
    }

    private static List<Click> status() {
        return Collections.nCopies(MOST_CLICKS, new Click(Click.Kind.API, Urls.STATUS));
    }

    private Result result(List<Phase> phases, Phase floor) {
        List<Measurement> measurements = new ArrayList<>();
        phases.forEach(phase -> measurements.addAll(phase.times(floor)));
        phases.forEach(phase -> measurements.add(phase.processorTime(floor)));
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
}
