package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.core.file.WholeFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What was spent on a day, in UTC, by all who ask; kept in a file, so that a start of the program does not forget it. Where
 * the file cannot be used, the day is known as long as the program runs.
 */
final class SpentOfDay {
    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<Path> file;
    private final Clock clock;
    private LocalDate day = LocalDate.EPOCH;
    private Spent spent = Spent.NOTHING;

    SpentOfDay(Optional<Path> file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    synchronized Spent today() {
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!now.equals(day)) {
            day = now;
            spent = kept(now);
        }
        return spent;
    }

    synchronized void add(Spent more) {
        spent = today().plus(more);
        file.ifPresent(this::keep);
    }

    private Spent kept(LocalDate of) {
        try {
            if (file.isEmpty() || Files.notExists(file.get())) {
                return Spent.NOTHING;
            }
            JsonNode json = JSON.readTree(file.get().toFile());
            return json.path("day").asText().equals(of.toString())
                    ? new Spent(json.path("tokens").asLong(), json.path("cost").asDouble())
                    : Spent.NOTHING;
        } catch (IOException e) {
            return Spent.NOTHING;
        }
    }

    private void keep(Path to) {
        String text = JsonNodeFactory.instance
                .objectNode()
                .put("day", day.toString())
                .put("tokens", spent.tokens())
                .put("cost", spent.cost())
                .toString();
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            WholeFile.write(to, text);
        } catch (IOException | UncheckedIOException e) {
            // Known in memory
        }
    }
}
