package com.cdhdashboard.app.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.assistant.privacy.Disclosed;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.core.file.WholeFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was agreed may be sent of one configuration, and which dimensions people chose to mask or withhold. A file that cannot
 * be read counts as no agreement. Safe for use by many threads.
 */
public final class Consent {
    private static final int VERSION = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Consent.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<Path> file;
    private final Clock clock;
    private final Map<String, Agreed> agreed = new LinkedHashMap<>();
    private Disclosure chosen = Disclosure.ALL;

    /** What was agreed for a model, and when. */
    private record Agreed(String fingerprint, Instant at) {}

    /** @param file where it is kept; empty to forget it with the program */
    public Consent(Optional<Path> file, Clock clock) {
        this.file = file;
        this.clock = clock;
        file.filter(Files::isRegularFile).ifPresent(this::read);
    }

    private void read(Path from) {
        try {
            JsonNode json = JSON.readTree(Files.readString(from, UTF_8));
            if (json.path("version").asInt() != VERSION) {
                throw new IOException("of another form");
            }
            chosen = new Disclosure(names(json.path("masked")), names(json.path("withheld")));
            for (JsonNode each : json.path("agreed")) {
                agreed.put(
                        each.path("model").asText(),
                        new Agreed(
                                each.path("fingerprint").asText(),
                                Instant.parse(each.path("at").asText())));
            }
        } catch (IOException | RuntimeException damaged) {
            agreed.clear();
            LOG.warn("{} cannot be read, so what may be sent is asked anew", from);
        }
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new LinkedHashSet<>();
        array.forEach(each -> names.add(each.asText()));
        return names;
    }

    /**
     * Whether this may be sent to this model.
     *
     * @param fingerprint of what can be sent, see {@link Disclosed#fingerprint}
     */
    public synchronized boolean approved(String model, String fingerprint) {
        Agreed of = agreed.get(model);
        return of != null && of.fingerprint().equals(fingerprint);
    }

    /** Whether something else was agreed for this model before. */
    public synchronized boolean wasOtherwise(String model, String fingerprint) {
        return agreed.containsKey(model) && !approved(model, fingerprint);
    }

    /** When this was agreed. */
    public synchronized Optional<Instant> at(String model) {
        return Optional.ofNullable(agreed.get(model)).map(Agreed::at);
    }

    /** Agrees; what was agreed for this model before holds no more. */
    public synchronized void approve(String model, String fingerprint) {
        agreed.put(model, new Agreed(fingerprint, clock.instant()));
        write();
    }

    /** Takes back what was agreed for a model. */
    public synchronized void withdraw(String model) {
        agreed.remove(model);
        write();
    }

    /** Which dimensions people chose to mask or withhold, beside those of the configuration. */
    public synchronized Disclosure chosen() {
        return chosen;
    }

    public synchronized void choose(Disclosure other) {
        chosen = other;
        write();
    }

    private void write() {
        if (file.isEmpty()) {
            return;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        chosen.masked().forEach(object.putArray("masked")::add);
        chosen.withheld().forEach(object.putArray("withheld")::add);
        var all = object.putArray("agreed");
        agreed.forEach((model, of) -> all.addObject()
                .put("model", model)
                .put("fingerprint", of.fingerprint())
                .put("at", of.at().toString()));
        try {
            Files.createDirectories(file.get().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WholeFile.write(file.get(), object.toPrettyString() + "\n");
    }
}
