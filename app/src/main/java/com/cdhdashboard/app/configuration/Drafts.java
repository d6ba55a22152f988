package com.cdhdashboard.app.configuration;

import static java.util.Comparator.comparing;

import com.cdhdashboard.app.output.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The drafts of a configuration: for each its text, the text it began with, and a few facts as JSON. The facts name the
 * text they belong to, so that a draft whose writing was cut short between the files is read as changed, not as half.
 */
public final class Drafts {
    /** When more are begun, those go that were not changed for longest. */
    static final int MOST_DRAFTS = 100;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern FILE = Pattern.compile("(" + ID + ")\\.(?:toml|base\\.toml|json)");
    private static final int ID_BYTES = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TextFolder folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param kept the folder of what is kept of one configuration */
    public Drafts(Path kept, Clock clock) {
        this.folder = new TextFolder(kept.resolve("drafts"), FILE);
        this.clock = clock;
        folder.removeUnfinished();
    }

    /** Begins a draft of a text. */
    public synchronized Draft create(String text) {
        String base = TextFolder.storable(text);
        makeRoom();
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        Instant now = clock.instant();
        Draft draft = new Draft(HexFormat.of().formatHex(bytes), base, base, 1, now, now);
        folder.write(base(draft.id()), base);
        write(draft);
        return draft;
    }

    private void makeRoom() {
        List<Draft> drafts = list();
        for (Draft draft : drafts.subList(Math.min(drafts.size(), MOST_DRAFTS - 1), drafts.size())) {
            remove(draft.id());
        }
    }

    /** The drafts, the last changed first. */
    public synchronized List<Draft> list() {
        return folder.called().stream()
                .flatMap(id -> find(id).stream())
                .sorted(comparing(Draft::changed).reversed().thenComparing(Draft::id))
                .toList();
    }

    public synchronized Optional<Draft> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Optional<String> base = folder.read(base(id));
        Optional<String> text = folder.read(text(id));
        Optional<String> facts = folder.read(facts(id));
        if (base.isEmpty() || text.isEmpty() || facts.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(draft(id, base.get(), text.get(), JSON.readTree(facts.get())));
        } catch (JsonProcessingException | DateTimeException damaged) {
            folder.passedOver(facts(id), "is damaged");
            return Optional.empty();
        }
    }

    private static Draft draft(String id, String base, String text, JsonNode facts) {
        boolean cutShort = !facts.path("hash").asText().equals(TextHash.of(text));
        return new Draft(
                id,
                base,
                text,
                facts.path("revision").asLong() + (cutShort ? 1 : 0),
                Instant.parse(facts.path("created").asText()),
                Instant.parse(facts.path("changed").asText()));
    }

    /** Saves a text that was made of a revision of the draft. */
    public synchronized Saving save(String id, long revision, String text) {
        return find(id).map(draft -> save(draft, revision, text, draft.base())).orElseGet(Saving.Gone::new);
    }

    /** As {@link #save}, where the text has taken in what others changed: from now on it is a draft of their text. */
    public synchronized Saving rebase(String id, long revision, String base, String text) {
        return find(id).map(draft -> save(draft, revision, text, TextFolder.storable(base)))
                .orElseGet(Saving.Gone::new);
    }

    private Saving save(Draft draft, long revision, String given, String base) {
        if (draft.revision() != revision) {
            return new Saving.Outdated(draft);
        }
        String text = TextFolder.storable(given);
        if (text.equals(draft.text()) && base.equals(draft.base())) {
            return new Saving.Saved(draft);
        }
        Draft changed = new Draft(draft.id(), base, text, revision + 1, draft.created(), clock.instant());
        write(changed);
        // Last: a text beside a later base would seem to undo what others changed
        if (!base.equals(draft.base())) {
            folder.write(base(draft.id()), base);
        }
        return new Saving.Saved(changed);
    }

    private void write(Draft draft) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("base", draft.baseHash());
        facts.put("hash", TextHash.of(draft.text()));
        facts.put("revision", draft.revision());
        facts.put("created", draft.created());
        facts.put("changed", draft.changed());
        folder.write(text(draft.id()), draft.text());
        folder.write(facts(draft.id()), Json.text(facts));
    }

    /** Discards a draft; one that is not there is none to discard. */
    public synchronized void remove(String id) {
        if (ID.matcher(id).matches()) {
            folder.remove(List.of(facts(id), text(id), base(id)));
        }
    }

    private static String text(String id) {
        return id + ".toml";
    }

    private static String base(String id) {
        return id + ".base.toml";
    }

    private static String facts(String id) {
        return id + ".json";
    }
}
