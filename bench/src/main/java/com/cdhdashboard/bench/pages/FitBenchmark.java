package com.cdhdashboard.bench.pages;

import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.TableState;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
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
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How long a user waits for the expected value of a million customers, each time of a new server: for the first answer,
 * which needs both models fitted, and for another horizon, which needs the forecast alone.
 */
public final class FitBenchmark {
    private static final Target FIRST_ANSWER = Target.atMost(10);
    private static final Target PAGE = Target.atMost(250);
    private static final Target MEMORY = Target.atMost(2048);
    private static final int MILLIS_BETWEEN_LOOKS = 50;
    private static final int MOST_LOOKS = 6_000;

    private final Workbench workbench;
    private final CustomerFolder folder;
    private final List<Waited> first = new ArrayList<>();
    private final List<Waited> horizon = new ArrayList<>();
    private final List<Child> floors = new ArrayList<>();
    private int peak;

    public FitBenchmark(Workbench workbench, CustomerFolder folder) {
        this.workbench = workbench;
        this.folder = folder;
    }

    /**
     * From the click to the answer.
     *
     * @param processorSeconds the server used meanwhile
     * @param looks milliseconds of each page while models were fitted
     */
    private record Waited(double seconds, double processorSeconds, List<Double> looks) {}

    /** Runs once to warm up, and then so many times. */
    public Result run(int runs) {
        for (int run = 0; run <= runs; run++) {
            workbench.say().println(run == 0 ? "warming up ..." : "run " + run + " of " + runs + " ...");
            Child floor = Child.run(
                    workbench
                            .product()
                            .mainClass(HistoriesFloor.class, folder.data().toString()),
                    workbench.log("floor"));
            try (Server server = folder.serve(workbench);
                    Users user = new Users(server.address(), 1)) {
                ask(user, Urls.HOME);
                Waited fitted = await(server, user, "1");
                Waited again = await(server, user, "5");
                if (run > 0) {
                    floors.add(floor);
                    first.add(fitted);
                    horizon.add(again);
                    peak = Math.max(peak, server.peakMegabytes().orElse(0));
                }
            }
        }
        return result(runs);
    }

    private static Waited await(Server server, Users user, String years) {
        ViewState state = new ViewState(Map.of("years", years), List.of(), TableState.FIRST);
        double before = server.processorMilliseconds();
        long start = System.nanoTime();
        List<Double> looks = new ArrayList<>();
        for (int look = 0; look < MOST_LOOKS; look++) {
            Users.Page page = ask(user, Urls.report(Section.CLV, "prediction", state));
            looks.add(page.milliseconds());
            if (page.text().contains("data-state=\"ready\"")) {
                double seconds = (System.nanoTime() - start) / 1e9;
                return new Waited(seconds, (server.processorMilliseconds() - before) / 1e3, looks);
            }
            if (!page.text().contains("data-state=\"fitting\"")) {
                throw new UserException("The models could not be fitted.");
            }
            pause();
        }
        throw new UserException("The models were not fitted in time.");
    }

    private static Users.Page ask(Users user, String path) {
        try {
            return user.page(path);
        } catch (IOException e) {
            throw new UserException(UserException.Kind.RESOURCES, "The server did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static UserException interrupted() {
        Thread.currentThread().interrupt();
        return new UserException("Interrupted while measuring.");
    }

    private Result result(int runs) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customers", folder.customers());
        facts.put("holdings", folder.holdings());
        facts.put("runs", runs);
        facts.put("value", "median of the runs, of pages the 95th percentile, for memory the largest");
        double[] floor = floors.stream().mapToDouble(HistoriesFloor::seconds).toArray();
        double[] floorUsed =
                floors.stream().mapToDouble(Child::processorSeconds).toArray();
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(seconds(
                        "fit and prediction",
                        first.stream().mapToDouble(Waited::seconds).toArray(),
                        floor)
                .withTarget(FIRST_ANSWER));
        measurements.add(seconds(
                "another horizon", horizon.stream().mapToDouble(Waited::seconds).toArray(), floor));
        measurements.add(seconds(
                "fit and prediction, processor time",
                first.stream().mapToDouble(Waited::processorSeconds).toArray(),
                floorUsed));
        measurements.add(seconds(
                "another horizon, processor time",
                horizon.stream().mapToDouble(Waited::processorSeconds).toArray(),
                floorUsed));
        measurements.add(looks());
        OptionalInt least = floors.stream()
                .flatMapToInt(each -> each.peakMegabytes().stream())
                .max();
        if (peak > 0 && least.isPresent()) {
            measurements.add(Measurement.of("peak memory", Unit.MEGABYTES, peak)
                    .withFloor(least.getAsInt())
                    .withTarget(MEMORY));
        }
        return new Result("clv-fit", facts, Optional.of(HistoriesFloor.WORDS), measurements);
    }

    private static Measurement seconds(String what, double[] values, double[] floor) {
        Percentiles seconds = new Percentiles(values);
        return Measurement.of(what, Unit.SECONDS, seconds.median())
                .withFloor(new Percentiles(floor).median())
                .withDetail("min", seconds.min())
                .withDetail("max", seconds.max());
    }

    private Measurement looks() {
        Percentiles looks = new Percentiles(Stream.concat(first.stream(), horizon.stream())
                .flatMap(waited -> waited.looks().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
        return Measurement.of("page while waiting", Unit.MILLISECONDS, looks.at(95))
                .withTarget(PAGE)
                .withDetail("max", looks.max());
    }
}
