package com.cdhdashboard.app.configuration;

import static java.util.Comparator.comparing;

import com.cdhdashboard.app.output.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The configurations that were applied, the last fifty of them. A version counts from the moment its facts are written,
 * which is after its text; a text without them was cut short and is passed over.
 */
public final class AppliedVersions {
    static final int MOST_VERSIONS = 50;

    private static final Pattern FILE = Pattern.compile("([1-9][0-9]{0,17})\\.(?:toml|json)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TextFolder folder;
    private final Clock clock;

    /** @param kept the folder of what is kept of one configuration */
    public AppliedVersions(Path kept, Clock clock) {
        this.folder = new TextFolder(kept.resolve("history"), FILE);
        this.clock = clock;
        folder.removeUnfinished();
    }

    /** Keeps a text as the last version; the oldest goes where there are too many. */
    public synchronized AppliedVersion add(String applied, String who, String what) {
        String text = TextFolder.storable(applied);
        long last = folder.called().stream().mapToLong(Long::parseLong).max().orElse(0);
        AppliedVersion version = new AppliedVersion(last + 1, clock.instant(), who, what, TextHash.of(text));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("time", version.time());
        facts.put("who", who);
        facts.put("what", what);
        facts.put("hash", version.hash());
        folder.write(version.number() + ".toml", text);
        folder.write(version.number() + ".json", Json.text(facts));
        removeOldest();
        return version;
    }

    private void removeOldest() {
        List<AppliedVersion> versions = list();
        for (AppliedVersion old : versions.subList(Math.min(versions.size(), MOST_VERSIONS), versions.size())) {
            folder.remove(List.of(old.number() + ".json", old.number() + ".toml"));
        }
    }

    /** The versions, the last first. */
    public synchronized List<AppliedVersion> list() {
        return folder.called().stream()
                .flatMap(number -> find(Long.parseLong(number)).stream())
                .sorted(comparing(AppliedVersion::number).reversed())
                .toList();
    }

    public synchronized Optional<AppliedVersion> find(long number) {
        return facts(number).filter(version -> text(version).isPresent());
    }

    /** The text of a version, to the letter. */
    public synchronized Optional<String> text(long number) {
        return facts(number).flatMap(this::text);
    }

    private Optional<String> text(AppliedVersion version) {
        String name = version.number() + ".toml";
        Optional<String> text = folder.read(name);
        if (text.isPresent() && !TextHash.of(text.get()).equals(version.hash())) {
            folder.passedOver(name, "is not the text that was applied");
            return Optional.empty();
        }
        return text;
    }

    private Optional<AppliedVersion> facts(long number) {
        String name = number + ".json";
        try {
            Optional<String> facts = folder.read(name);
            return facts.isEmpty() ? Optional.empty() : Optional.of(version(number, JSON.readTree(facts.get())));
        } catch (JsonProcessingException | DateTimeException damaged) {
            folder.passedOver(name, "is damaged");
            return Optional.empty();
        }
    }

    private static AppliedVersion version(long number, JsonNode facts) {
        return new AppliedVersion(
                number,
                Instant.parse(facts.path("time").asText()),
                facts.path("who").asText(),
                facts.path("what").asText(),
                facts.path("hash").asText());
    }
}
