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

    public Result run() {
        List<Click> clicks = clicks();
        workbench.say().println("clicking for about 20 seconds ...");
        try (Server server = Server.start(StartBenchmark.command(workbench, store), workbench.log("server"));
                Users users = new Users(server.address(), USERS)) {
            List<Answered> first = users.click(clicks, FIRST);
            List<Answered> cold = users.click(clicks.subList(first.size(), clicks.size()), COLD);
            List<Answered> warm = users.click(again(cold), WARM);
            List<Answered> floor =
                    users.click(Collections.nCopies(MOST_CLICKS, new Click(Click.Kind.API, Urls.STATUS)), FLOOR);
            return result(phases(first, cold, warm), times(floor));
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

    private static Map<String, List<Answered>> phases(List<Answered> first, List<Answered> cold, List<Answered> warm) {
        Map<String, List<Answered>> phases = new LinkedHashMap<>();
        phases.put("first seconds", first);
        phases.put("cold", cold);
        phases.put("warm", warm);
        return phases;
    }

    private Result result(Map<String, List<Answered>> phases, Percentiles floor) {
        List<Measurement> measurements = new ArrayList<>();
        phases.forEach((phase, answered) -> {
            if (!answered.isEmpty()) {
                measurements.add(measurement(phase + ", all", answered, floor));
            }
            for (Click.Kind kind : Click.Kind.values()) {
                List<Answered> ofKind = answered.stream()
                        .filter(one -> one.click().kind() == kind)
                        .toList();
                if (!ofKind.isEmpty()) {
                    measurements.add(measurement(phase + ", " + kind.label(), ofKind, floor));
                }
            }
        });
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
