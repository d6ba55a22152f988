package com.cdhdashboard.bench.configuration;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.bench.pages.FineStore;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Percentiles;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Target;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.tomlj.Toml;

/**
 * A configuration of 200 reports is checked, typed into, changed by forms, and its charts are drawn over the store of the
 * pages, each time with its floor in turn.
 */
public final class ConfigurationBenchmark {
    private static final int REPORTS = 200;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 200;
    private static final long SEED = 11;
    /** Problems within 200 ms of a keystroke, of which the page waits 60 for the next one. */
    private static final double PROBLEMS = 140;

    private static final String PROCESSOR = "processor time, ";
    private static final double PREVIEW = 150;
    private static final int FLOORS = 5;

    private final Workbench workbench;
    private final FineStore store;
    private final ManyReports many;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    public ConfigurationBenchmark(Workbench workbench, FineStore store) {
        this.workbench = workbench;
        this.store = store;
        this.many = ManyReports.of(workbench, store.grain().configuration(), REPORTS);
    }

    /** What is timed. */
    private interface Step {
        void run();
    }

    public Result run() {
        checks();
        workbench.say().println("editing a configuration of " + REPORTS + " reports ...");
        try (Server server = Server.start(command(), workbench.log("server"));
                EngineQueries engine = new EngineQueries(store.data())) {
            Author author =
                    new Author(server.address(), many.typing(many.names().get(0), "begun"));
            keystrokes(author, server);
            charts(author, server, engine);
            author.discard();
        } catch (SQLException e) {
            throw new UserException(UserException.Kind.RESOURCES, "The engine failed: " + e.getMessage(), e);
        }
        return result();
    }

    private List<String> command() {
        Path file = workbench.folder().resolve("many.toml");
        try {
            Files.writeString(file, many.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return workbench
                .product()
                .command(
                        "run",
                        "--config",
                        file.toString(),
                        "--data",
                        store.data().toString(),
                        "--port",
                        "0");
    }

    private void checks() {
        workbench.say().println("checking a configuration of " + REPORTS + " reports ...");
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String text = many.typing(report(round), "w" + round);
            keep(round, "check", milliseconds(() -> check(text)));
            keep(round, "parse", milliseconds(() -> parse(text)));
        }
    }

    private static void check(String text) {
        if (ConfigurationCheck.check(ConfigurationReader.read(text, "many.toml"))
                .hasErrors()) {
            throw new UserException("The configuration has errors, but should have none.");
        }
    }

    private static void parse(String text) {
        if (Toml.parse(text).hasErrors()) {
            throw new UserException("The configuration is no TOML.");
        }
    }

    private void keystrokes(Author author, Server server) {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String report = report(round);
            String typed = "w" + round;
            String right = many.typing(report, typed);
            keep(round, "typed", server, () -> author.text(right), "0 errors");
            keep(round, "mistaken", server, () -> author.text(many.mistaken(report, typed)), "1 error");
            author.text(right);
            keep(round, "form", server, () -> author.set(report, "description", "[B] " + typed), "0 errors");
            double parse = milliseconds(() -> parse(right));
            keep(round, "request", parse + author.get(Urls.STATUS).milliseconds());
        }
    }

    /** Charts that nobody asked for before, each built in the place of a report and then drawn. */
    private void charts(Author author, Server server, EngineQueries engine) throws SQLException {
        List<DraftChart> charts = DraftChart.distinct(SEED);
        String report = many.names().get(0);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            DraftChart chart = charts.get(round + WARM_UP);
            keep(round, "built", server, () -> author.replace(report, chart.toml()), "0 errors");
            keep(round, "drawn", server, () -> author.preview(report), "application/json");
            keep(round, "engine", engine.milliseconds(chart.sql()));
        }
    }

    private void keep(int round, String name, Server server, Supplier<Author.Answer> asking, String expected) {
        double before = server.processorMilliseconds();
        Author.Answer answer = asking.get();
        if (!answer.text().contains(expected)) {
            throw new UserException("The page does not say \"" + expected + "\".");
        }
        keep(round, name, answer.milliseconds());
        keep(round, PROCESSOR + name, server.processorMilliseconds() - before);
    }

    private String report(int round) {
        return many.names().get(Math.floorMod(round * 37, REPORTS));
    }

    private static double milliseconds(Step step) {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The first rounds warm up. */
    private void keep(int round, String name, double milliseconds) {
        if (round >= 0) {
            times.computeIfAbsent(name, none -> new ArrayList<>()).add(milliseconds);
        }
    }

    private Percentiles of(String name) {
        return new Percentiles(all(name).toArray());
    }

    private DoubleStream all(String name) {
        return times.getOrDefault(name, List.of()).stream().mapToDouble(Double::doubleValue);
    }

    private Result result() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reports", REPORTS);
        facts.put("characters", many.text().length());
        facts.put("cells", store.cells());
        facts.put("rounds", ROUNDS);
        facts.put("value", "95th percentile");
        Target problems = Target.atMost(PROBLEMS);
        Target preview = Target.atMost(Math.max(PREVIEW, FLOORS * of("engine").at(95)));
        return new Result(
                "configuration",
                facts,
                Optional.of("the TOML library parses the text; of answers also " + Urls.STATUS
                        + "; of charts the engine's query alone"),
                List.of(
                        measurement("validate", "check", "parse"),
                        measurement("text, to its answer", "typed", "request").withTarget(problems),
                        measurement("mistake in the text, to its problem", "mistaken", "request")
                                .withTarget(problems),
                        measurement("form, to its answer", "form", "request").withTarget(problems),
                        measurement("report as text, to its form", "built", "request")
                                .withTarget(problems),
                        measurement("chart of a draft", "drawn", "engine").withTarget(preview)));
    }

    private Measurement measurement(String what, String name, String floor) {
        Percentiles percentiles = of(name);
        Measurement measurement = Measurement.of(what, Unit.MILLISECONDS, percentiles.at(95))
                .withFloor(of(floor).at(95))
                .withDetail("p50", percentiles.at(50))
                .withDetail("floor p50", of(floor).at(50))
                .withDetail("max", percentiles.max());
        OptionalDouble processor = all(PROCESSOR + name).average();
        return processor.isPresent() ? measurement.withDetail("processor", processor.getAsDouble()) : measurement;
    }
}
