package com.cdhdashboard.app.assistant;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.chat.Chat;
import com.cdhdashboard.assistant.chat.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A chat as it is kept.
 *
 * @param owner stands for the browser that began it, see {@link Visitor#owner}
 * @param name the first question, or what its owner calls it
 * @param exchanges oldest first
 * @param replaced what stood at the end before a question was asked anew or otherwise; it can be brought back
 */
public record StoredChat(
        String id,
        String owner,
        String name,
        Instant begun,
        Instant changed,
        List<StoredExchange> exchanges,
        List<StoredExchange> replaced) {
    private static final int LONGEST_NAME = 80;

    public StoredChat {
        requireNonNull(id, "id");
        requireNonNull(owner, "owner");
        requireNonNull(name, "name");
        requireNonNull(begun, "begun");
        requireNonNull(changed, "changed");
        exchanges = List.copyOf(exchanges);
        replaced = List.copyOf(replaced);
    }

    static StoredChat begun(String id, String owner, String question, Instant at) {
        return new StoredChat(id, owner, nameOf(question), at, at, List.of(), List.of());
    }

    /** One line of what somebody wrote. */
    static String nameOf(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        boolean fits = line.codePointCount(0, line.length()) <= LONGEST_NAME;
        return fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** What a model is told of it. */
    public Chat chat() {
        return new Chat(exchanges.stream().map(StoredExchange::exchange).toList());
    }

    /** Without the exchange of that number and what follows it. */
    StoredChat before(int exchange, Instant at) {
        return new StoredChat(
                id,
                owner,
                name,
                begun,
                at,
                exchanges.subList(0, exchange),
                exchanges.subList(exchange, exchanges.size()));
    }

    StoredChat with(Exchange exchange, Instant at) {
        List<StoredExchange> longer = new ArrayList<>(exchanges);
        longer.add(new StoredExchange(exchange, StoredExchange.Rating.NONE));
        return new StoredChat(id, owner, name, begun, at, longer, replaced);
    }

    /** With the answer to its last question. */
    StoredChat answered(Exchange exchange, Instant at) {
        List<StoredExchange> before = exchanges.subList(0, exchanges.size() - 1);
        return new StoredChat(id, owner, name, begun, at, before, replaced).with(exchange, at);
    }

    /** Without what was replaced, as the chat goes on. */
    StoredChat asGiven() {
        return new StoredChat(id, owner, name, begun, changed, exchanges, List.of());
    }

    /** With what its owner thinks of an answer. */
    public StoredChat rated(int exchange, StoredExchange.Rating rating) {
        List<StoredExchange> rated = new ArrayList<>(exchanges);
        rated.set(exchange, rated.get(exchange).rated(rating));
        return new StoredChat(id, owner, name, begun, changed, rated, replaced);
    }

    /** By another name. */
    public StoredChat named(String other) {
        return new StoredChat(id, owner, nameOf(other), begun, changed, exchanges, replaced);
    }

    /** With what was replaced in the place of what replaced it. */
    public StoredChat broughtBack(Instant at) {
        int kept = kept();
        List<StoredExchange> before = new ArrayList<>(exchanges.subList(0, kept));
        before.addAll(replaced);
        return new StoredChat(id, owner, name, begun, at, before, exchanges.subList(kept, exchanges.size()));
    }

    /** How many exchanges are as they were; the replaced ones began behind them. */
    private int kept() {
        int kept = 0;
        while (kept < exchanges.size()
                && (replaced.isEmpty()
                        || exchanges
                                .get(kept)
                                .exchange()
                                .at()
                                .isBefore(replaced.get(0).exchange().at()))) {
            kept++;
        }
        return kept;
    }
}
