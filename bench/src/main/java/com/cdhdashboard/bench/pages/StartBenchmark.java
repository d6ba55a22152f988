package com.cdhdashboard.bench.pages;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.bench.process.Child;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Percentiles;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Target;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long after the start of its process the server has answered its first pages. */
public final class StartBenchmark {
    private static final Target FIRST_PAGE = Target.atMost(2);

    private final Workbench workbench;
    private final FineStore store;
    private final List<Double> home = new ArrayList<>();
    private final List<Double> dashboard = new ArrayList<>();
    private final List<Double> floor = new ArrayList<>();

    public StartBenchmark(Workbench workbench, FineStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    static List<String> command(Workbench workbench, FineStore store) {
        return workbench
                .product()
                .command(
                        "run",
                        "--config",
                        workbench.configuration(store.grain().configuration()).toString(),
                        "--data",
                        store.data().toString(),
                        "--port",
                        "0");
    }

    /** Runs once to warm up, and then so many times. */
    public Result run(int runs) {
        for (int run = 0; run <= runs; run++) {
            start();
            floor.add(Child.run(workbench.product().command("--version"), workbench.log("version"))
                    .seconds());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cells", store.cells());
        facts.put("runs", runs);
        facts.put("value", "median of the runs");
        return new Result(
                "start",
                facts,
                Optional.of("the program prints its version and ends"),
                List.of(
                        measurement("first page", home).withTarget(FIRST_PAGE),
                        measurement("home, then dashboard", dashboard)));
    }

    private void start() {
        try (Server server = Server.start(command(workbench, store), workbench.log("server"));
                Users user = new Users(server.address(), 1)) {
            user.ask(Urls.HOME);
            home.add(server.secondsSinceStart());
            user.ask(Urls.DASHBOARD);
            dashboard.add(server.secondsSinceStart());
        } catch (IOException e) {
            throw new UserException(UserException.Kind.RESOURCES, "The server did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("Interrupted while measuring.");
        }
    }

    private Measurement measurement(String what, List<Double> seconds) {
        Percentiles times = afterWarmUp(seconds);
        return Measurement.of(what, Unit.SECONDS, times.median())
                .withFloor(afterWarmUp(floor).median())
                .withDetail("min", times.min())
                .withDetail("max", times.max());
    }

    private static Percentiles afterWarmUp(List<Double> seconds) {
        return new Percentiles(
                seconds.stream().skip(1).mapToDouble(Double::doubleValue).toArray());
    }
}
