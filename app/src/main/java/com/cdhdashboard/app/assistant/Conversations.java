package com.cdhdashboard.app.assistant;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.assistant.chat.Assistant;
import com.cdhdashboard.assistant.chat.Exchange;
import com.cdhdashboard.assistant.chat.Limits;
import com.cdhdashboard.assistant.chat.Request;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.privacy.Disclosed;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.assistant.settings.Purpose;
import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Conversations about one configuration: asks, keeps what comes of it, and knows what may be sent. */
public final class Conversations {
    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    private static final String INTERRUPTED = "The program ended before the answer was there. Ask again.";
    private static final Exchange.Effort NONE = new Exchange.Effort(0, 0, 0, Duration.ZERO);

    private final Workspace workspace;
    private final SessionModels models;
    private final Assistant assistant;
    private final AnswerThreads threads;
    private final ChatStore chats;
    private final Consent consent;
    private final Map<String, RunningAnswer> running = new ConcurrentHashMap<>();

    public Conversations(
            Workspace workspace, SessionModels models, Assistant assistant, AnswerThreads threads, Kept kept) {
        this.workspace = workspace;
        this.models = models;
        this.assistant = assistant;
        this.threads = threads;
        this.chats = kept.chats();
        this.consent = kept.consent();
    }

    /** What is kept of one configuration. */
    public record Kept(ChatStore chats, Consent consent) {
        public Kept {
            requireNonNull(chats, "chats");
            requireNonNull(consent, "consent");
        }
    }

    public ChatStore chats() {
        return chats;
    }

    public Consent consent() {
        return consent;
    }

    public SessionModels models() {
        return models;
    }

    public Offer offer(Optional<Visitor> visitor) {
        return models.offer(Purpose.CHAT, visitor);
    }

    /** What of dimensions may be told: as little as the configuration and people say. */
    public Disclosure disclosure(Snapshot now) {
        AssistantSettings settings = now.configuration().assistant();
        return Disclosure.of(settings.mask(), settings.withhold()).and(consent.chosen());
    }

    /** All that can be sent. */
    public Disclosed disclosed(Snapshot now) {
        return assistant.disclosed(now, disclosure(now));
    }

    /** To whom something is sent, as people agree to it: another address is another place. */
    public static String place(Offer offer) {
        return offer.model() + " at " + offer.address();
    }

    public boolean approved(Offer offer, Snapshot now) {
        return consent.approved(place(offer), disclosed(now).fingerprint());
    }

    /** The answer to the last question of a chat, while it comes along. */
    public Optional<RunningAnswer> running(String chat) {
        return Optional.ofNullable(running.get(chat));
    }

    /**
     * Asks, and lets the answer come along.
     *
     * @param chat the chat that goes on; empty to begin one
     * @param from the question in whose place this one is put, with all that followed it
     * @return the chat
     */
    public String ask(Visitor visitor, Optional<String> chat, OptionalInt from, String question) {
        String asked = question.strip();
        requireSound(asked);
        Offer offer = offer(Optional.of(visitor));
        if (!offer.ready()) {
            throw new UserException(offer.missing().orElse(""));
        }
        Workspace.Held held = workspace.hold();
        try {
            requireApproved(offer, held.snapshot());
        } finally {
            held.release().run();
        }
        if (chat.isEmpty()) {
            requireRoom(List.of(), from);
        }
        StoredChat of = chat.map(id -> chats.chat(visitor, id)).orElseGet(() -> chats.begin(visitor, asked));
        RunningAnswer answer = new RunningAnswer();
        if (running.putIfAbsent(of.id(), answer) != null) {
            throw new UserException("The question before is still being answered; wait for its answer, or stop it");
        }
        begin(new Asking(visitor, of.id(), asked, offer.model()), from, answer);
        return of.id();
    }

    private static void requireSound(String question) {
        int longest = Limits.DEFAULT.question();
        if (question.isEmpty()) {
            throw new UserException("The question is empty; write what you want to know");
        }
        if (question.length() > longest) {
            throw new UserException("The question has " + question.length() + " characters; at most " + longest
                    + " can be asked, so shorten it");
        }
    }

    private static void requireRoom(List<StoredExchange> exchanges, OptionalInt from) {
        if (from.isPresent() && from.getAsInt() >= exchanges.size()) {
            throw new UserException(
                    "There is no question " + (from.getAsInt() + 1) + " in this chat; load the page again");
        }
        if (from.isEmpty() && exchanges.size() >= ChatStore.MOST_QUESTIONS) {
            throw new UserException("This chat has " + ChatStore.MOST_QUESTIONS
                    + " questions, which is as many as one may have; begin another one");
        }
    }

    private void requireApproved(Offer offer, Snapshot now) {
        if (!approved(offer, now)) {
            throw new UserException(
                    "It is not agreed yet what may be sent to " + offer.model() + "; see \"What is sent\" first");
        }
    }

    /** Takes back what was agreed; what is under way ends before the next thing is sent. */
    public void withdraw(Offer offer) {
        consent.withdraw(place(offer));
        stopAll();
    }

    /** Chooses what dimensions tell; answers to which other choices were agreed end. */
    public void choose(Disclosure other) {
        if (!other.equals(consent.chosen())) {
            consent.choose(other);
            stopAll();
        }
    }

    private void stopAll() {
        running.values().forEach(answer -> answer.cancelled().cancel());
    }

    /** A question on its way. */
    private record Asking(Visitor visitor, String chat, String question, String model) {
        Exchange failed(Instant at, String sentence) {
            return new Exchange(question, List.of(), new Exchange.Failure(sentence), NONE, at, model);
        }
    }

    private void begin(Asking asking, OptionalInt from, RunningAnswer answer) {
        try {
            chats.change(asking.visitor(), asking.chat(), chat -> {
                Instant now = chats.now();
                requireRoom(chat.exchanges(), from);
                StoredChat before = from.isPresent() ? chat.before(from.getAsInt(), now) : chat.asGiven();
                // Should the program end meanwhile, the question stays
                return before.with(asking.failed(now, INTERRUPTED), now);
            });
        } catch (RuntimeException e) {
            running.remove(asking.chat());
            throw e;
        }
        try {
            threads.run(() -> answer(asking, answer));
        } catch (UserException e) {
            running.remove(asking.chat());
            Exchange refused = asking.failed(chats.now(), String.valueOf(e.getMessage()));
            chats.change(asking.visitor(), asking.chat(), chat -> chat.answered(refused, chats.now()));
            throw e;
        }
    }

    private void answer(Asking asking, RunningAnswer answer) {
        try {
            keep(asking, exchange(asking, answer));
        } catch (RuntimeException e) {
            LOG.error("An answer could not be kept", e);
        } finally {
            running.remove(asking.chat());
            answer.end();
        }
    }

    /** An answer that cannot be kept leaves why in its place. */
    private void keep(Asking asking, Exchange exchange) {
        try {
            chats.change(asking.visitor(), asking.chat(), chat -> chat.answered(exchange, chats.now()));
        } catch (UserException e) {
            Exchange failed = asking.failed(exchange.at(), String.valueOf(e.getMessage()));
            chats.change(asking.visitor(), asking.chat(), chat -> chat.answered(failed, chats.now()));
        }
    }

    private Exchange exchange(Asking asking, RunningAnswer answer) {
        Instant at = chats.now();
        Workspace.Held held = workspace.hold();
        try {
            // It may have waited long: what holds is what is agreed to, and configured, when it is sent
            requireApproved(offer(Optional.of(asking.visitor())), held.snapshot());
            StoredChat chat = chats.chat(asking.visitor(), asking.chat());
            Request request = new Request(
                    chat.chat().before(chat.exchanges().size() - 1),
                    asking.question(),
                    held.snapshot(),
                    disclosure(held.snapshot()));
            return assistant.answer(
                    request,
                    models.forQuestion(Purpose.CHAT, Optional.of(asking.visitor())),
                    answer,
                    answer.cancelled());
        } catch (UserException | ModelException e) {
            return asking.failed(at, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A question could not be answered", e);
            return asking.failed(at, "Something failed inside the program; its log says what. Ask again.");
        } finally {
            held.release().run();
        }
    }

    /** Ends the answer of a chat; what there is of it is kept as its failure says. */
    public void stop(Visitor visitor, String chat) {
        chats.chat(visitor, chat);
        running(chat).ifPresent(answer -> answer.cancelled().cancel());
    }
}
