package com.cdhdashboard.bench.assistant;

import com.cdhdashboard.bench.pages.FineStore;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Percentiles;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Target;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Five people ask at once, each in one chat after the other, over the store of the pages. What the model takes for itself is
 * known to the model, so that what remains is the share of the program. Words are shown when their sentence is whole and
 * checked, so what remains from the first word on holds what the model takes to write the rest of that sentence.
 */
public final class AssistantBenchmark {
    private static final int PEOPLE = 5;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 40;
    private static final double SHARE = 100;
    private static final List<String> CHANNELS = List.of("Web", "Mobile", "Email", "Call Center");

    private final Workbench workbench;
    private final FineStore store;
    private final List<Double> beyondWord = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> beyondSentence = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> all = Collections.synchronizedList(new ArrayList<>());

    public AssistantBenchmark(Workbench workbench, FineStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    public Result run() {
        workbench.say().println(PEOPLE + " people ask a model ...");
        try (TimedModel model = TimedModel.start();
                Server server = Server.start(command(model), workbench.log("server"))) {
            new Chatter(server.address());
            ask(server, model, WARM_UP, false);
            int before = server.peakMegabytes().orElse(0);
            ask(server, model, ROUNDS, true);
            int after = server.peakMegabytes().orElse(0);
            return result(1_024.0 * (after - before) / (PEOPLE * ROUNDS));
        }
    }

    private List<String> command(TimedModel model) {
        Path models = workbench.folder().resolve("models.toml");
        Path configuration = workbench.folder().resolve("chatting.toml");
        try {
            Files.writeString(models, model.file());
            String text = Files.readString(workbench.configuration(store.grain().configuration()));
            Files.writeString(configuration, "ux.chat_with_data = true\n" + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return workbench
                .product()
                .command(
                        "run",
                        "--config",
                        configuration.toString(),
                        "--data",
                        store.data().toString(),
                        "--llm_config",
                        models.toString(),
                        "--port",
                        "0");
    }

    private void ask(Server server, TimedModel model, int rounds, boolean kept) {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> asking = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int number = person;
            asking.add(people.submit(() -> ask(new Chatter(server.address()), model, number, kept ? rounds : -rounds)));
        }
        try {
            for (Future<?> each : asking) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new UserException(UserException.Kind.RESOURCES, "Asking failed: " + e.getMessage(), e);
        } finally {
            people.shutdownNow();
        }
    }

    /** @param rounds negative where nothing is kept */
    private void ask(Chatter chatter, TimedModel model, int person, int rounds) {
        for (int round = 0; round < Math.abs(rounds); round++) {
            String channel = CHANNELS.get(round % CHANNELS.size());
            String question = "How many people clicked on " + channel + " in round " + round + " of " + rounds
                    + ", asks " + person + "?";
            Chatter.Times times = chatter.ask(question);
            TimedModel.Own own = model.own(question);
            if (own.toFirstWord() == 0) {
                throw new UserException("The assistant did not answer \"" + question + "\".");
            }
            if (rounds > 0) {
                beyondWord.add((times.firstWords() - own.toFirstWord()) / 1e6);
                beyondSentence.add((times.firstWords() - own.toFirstSentence()) / 1e6);
                all.add((times.all() - own.all()) / 1e6);
            }
        }
    }

    private Result result(double kilobytes) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("chats", PEOPLE * ROUNDS);
        facts.put("at once", PEOPLE);
        facts.put("cells", store.cells());
        facts.put("memory of a chat", Math.round(kilobytes) + " kB, of what the process grew by");
        facts.put("value", "95th percentile");
        return new Result(
                "assistant",
                facts,
                Optional.empty(),
                List.of(
                        share("words shown, beyond the model's first word", beyondWord),
                        share("words shown, beyond the model's first sentence", beyondSentence),
                        share("end shown, beyond the model's", all)));
    }

    private static Measurement share(String what, List<Double> times) {
        Percentiles percentiles =
                new Percentiles(times.stream().mapToDouble(Double::doubleValue).toArray());
        return Measurement.of(what, Unit.MILLISECONDS, percentiles.at(95))
                .withTarget(Target.atMost(SHARE))
                .withDetail("p50", percentiles.median())
                .withDetail("max", percentiles.max());
    }
}
