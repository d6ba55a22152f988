package com.cdhdashboard.app.assistant;

import com.cdhdashboard.app.configuration.TextFolder;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chats of one configuration, each known only to the browser that began it. Safe for use by many threads.
 */
public final class ChatStore {
    /** How many chats of one browser are kept, how many of all, and how many questions of one chat. */
    public static final int MOST_CHATS = 100;

    static final int MOST_OF_ALL = 2_000;
    public static final int MOST_QUESTIONS = 100;
    private static final int MOST_DELETED = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ChatStore.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final KeptTexts texts;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, StoredChat> deleted = new LinkedHashMap<>();
    private boolean listed;

    ChatStore(KeptTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** One that keeps chats in a folder. */
    public static ChatStore in(Path folder, Clock clock) {
        return new ChatStore(KeptTexts.in(folder), clock);
    }

    /** One that forgets all when the program ends. */
    public static ChatStore inMemory(Clock clock) {
        return new ChatStore(KeptTexts.inMemory(), clock);
    }

    /**
     * What a list shows of a chat.
     *
     * @param text what a search looks through
     */
    public record Entry(String id, String owner, String name, Instant changed, int questions, String text) {
        static Entry of(StoredChat chat) {
            String text = chat.exchanges().stream()
                    .map(each -> each.exchange().question())
                    .collect(Collectors.joining("\n", chat.name() + "\n", ""));
            return new Entry(
                    chat.id(),
                    chat.owner(),
                    chat.name(),
                    chat.changed(),
                    chat.exchanges().size(),
                    text.toLowerCase(Locale.ROOT));
        }
    }

    /** Those of a browser whose name or questions hold all words, changed last first. */
    public synchronized List<Entry> list(Visitor visitor, String words) {
        list();
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        String owner = visitor.owner();
        return entries.values().stream()
                .filter(each -> each.owner().equals(owner))
                .filter(each -> wanted.stream().allMatch(each.text()::contains))
                .sorted(Comparator.comparing(Entry::changed).reversed())
                .toList();
    }

    private void list() {
        if (!listed) {
            texts.names().forEach(id -> read(id).ifPresent(chat -> entries.put(id, Entry.of(chat))));
            listed = true;
        }
    }

    private Optional<StoredChat> read(String id) {
        try {
            Optional<String> text = texts.read(id);
            return text.isPresent() ? Optional.of(StoredChatJson.read(JSON.readTree(text.get()))) : Optional.empty();
        } catch (JsonProcessingException | RuntimeException damaged) {
            LOG.warn(
                    "The chat {} cannot be read and is passed over: {}",
                    id,
                    damaged.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** A chat of that browser. */
    public synchronized Optional<StoredChat> find(Visitor visitor, String id) {
        list();
        return Optional.ofNullable(entries.get(id))
                .filter(each -> each.owner().equals(visitor.owner()))
                .flatMap(each -> read(id));
    }

    /** The same, where there must be one. */
    public StoredChat chat(Visitor visitor, String id) {
        return find(visitor, id).orElseThrow(ChatStore::gone);
    }

    private static UserException gone() {
        return new UserException(
                UserException.Kind.NOT_FOUND,
                "There is no such chat, or it was begun in another browser; chats are known only to the browser that"
                        + " began them");
    }

    /** Begins a chat, called after its first question. */
    public synchronized StoredChat begin(Visitor visitor, String question) {
        list();
        String owner = visitor.owner();
        long own = entries.values().stream()
                .filter(each -> each.owner().equals(owner))
                .count();
        if (own >= MOST_CHATS || entries.size() >= MOST_OF_ALL) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    own >= MOST_CHATS
                            ? "You have " + own
                                    + " chats, which is as many as are kept; delete one that you no longer need"
                            : "This server keeps no more than " + MOST_OF_ALL
                                    + " chats; delete one that you no longer need");
        }
        StoredChat chat = StoredChat.begun(Visitor.randomId(), owner, question, clock.instant());
        write(chat);
        return chat;
    }

    /** Changes a chat. */
    public synchronized StoredChat change(Visitor visitor, String id, UnaryOperator<StoredChat> change) {
        StoredChat changed = change.apply(chat(visitor, id));
        write(changed);
        return changed;
    }

    private void write(StoredChat chat) {
        String text = StoredChatJson.write(chat).toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > TextFolder.MOST_BYTES) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "This chat is as long as one may be; begin another one, which can be asked the same");
        }
        texts.write(chat.id(), text);
        entries.put(chat.id(), Entry.of(chat));
    }

    /** Deletes a chat; for a while it can be brought back. */
    public synchronized void delete(Visitor visitor, String id) {
        StoredChat chat = chat(visitor, id);
        texts.remove(id);
        entries.remove(id);
        deleted.put(id, chat);
        deleted.keySet().stream()
                .limit(Math.max(0, deleted.size() - MOST_DELETED))
                .toList()
                .forEach(deleted::remove);
    }

    /** What was deleted, if it can be brought back. */
    public synchronized Optional<StoredChat> deleted(Visitor visitor, String id) {
        return Optional.ofNullable(deleted.get(id)).filter(each -> each.owner().equals(visitor.owner()));
    }

    /** Brings back what was deleted. */
    public synchronized StoredChat restore(Visitor visitor, String id) {
        StoredChat chat = deleted(visitor, id).orElseThrow(ChatStore::gone);
        write(chat);
        deleted.remove(id);
        return chat;
    }

    Instant now() {
        return clock.instant();
    }
}
