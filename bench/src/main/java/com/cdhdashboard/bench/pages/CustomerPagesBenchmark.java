package com.cdhdashboard.bench.pages;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Target;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import com.cdhdashboard.duckdb.store.NoCubes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Users look at the customers of a large store: one alone, then ten at once. About 30 seconds in all. */
public final class CustomerPagesBenchmark {
    private static final int USERS = 10;
    private static final long SEED = 7;
    private static final int MOST_CLICKS = 20_000;
    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration COLD = Duration.ofSeconds(8);
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final Duration FLOOR = Duration.ofSeconds(2);
    private static final Target PAGE = Target.atMost(250);
    private static final Target MEMORY = Target.atMost(2048);

    private final Workbench workbench;
    private final CustomerFolder folder;

    public CustomerPagesBenchmark(Workbench workbench, CustomerFolder folder) {
        this.workbench = workbench;
        this.folder = folder;
    }

    public Result run() {
        List<Click> clicks = clicks();
        workbench.say().println("clicking for about 30 seconds ...");
        List<Measurement> measurements = new ArrayList<>();
        try (Server server = folder.serve(workbench);
                Users one = new Users(server.address(), 1);
                Users ten = new Users(server.address(), USERS)) {
            int next = look("one user", server, one, clicks, measurements);
            look("ten users", server, ten, clicks.subList(next, clicks.size()), measurements);
            server.peakMegabytes()
                    .ifPresent(peak -> measurements.add(
                            Measurement.of("peak memory", Unit.MEGABYTES, peak).withTarget(MEMORY)));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customers", folder.customers());
        facts.put("holdings", folder.holdings());
        facts.put("seed", SEED);
        facts.put("value", "95th percentile, for memory the largest");
        return new Result(
                "clv-pages", facts, Optional.of("95th percentile of " + Urls.STATUS + ", same users"), measurements);
    }

    private List<Click> clicks() {
        try (CustomerStore store = Workbench.customers(folder.data());
                ModelFits none = new ModelFits()) {
            Configuration configuration = workbench.read(CustomerFolder.CONFIGURATION);
            Reports reports = new ConfiguredReports(configuration, List.of(), new NoCubes(), store.customers(), none);
            Predicate<ReportEntry> withoutModels = entry ->
                    !configuration.report(entry.key()).orElseThrow().type().equals("model");
            return new CustomerClicks(reports, store.customers(), withoutModels).distinct(MOST_CLICKS, SEED);
        }
    }

    /** Measures the phases of some users and gives the number of clicks that nobody asked again. */
    private static int look(
            String who, Server server, Users users, List<Click> clicks, List<Measurement> measurements) {
        Phase first = Phase.of(who + ", first seconds", server, users, clicks, FIRST);
        Phase cold = Phase.of(who + ", cold", server, users, clicks.subList(first.size(), clicks.size()), COLD)
                .withTarget(PAGE);
        Phase warm = Phase.of(who + ", warm", server, users, cold.again(new Random(SEED)), WARM)
                .withTarget(PAGE);
        List<Click> status = Collections.nCopies(MOST_CLICKS, new Click(Click.Kind.API, Urls.STATUS));
        Phase floor = Phase.of("floor", server, users, status, FLOOR);
        List<Phase> phases = List.of(first, cold, warm);
        phases.forEach(phase -> measurements.addAll(phase.times(floor)));
        phases.forEach(phase -> measurements.add(phase.processorTime(floor)));
        return first.size() + cold.size();
    }
}
