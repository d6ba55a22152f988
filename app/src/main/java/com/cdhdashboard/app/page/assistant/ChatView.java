package com.cdhdashboard.app.page.assistant;

import java.util.List;
import java.util.Optional;

/**
 * A chat as its page shows it.
 *
 * @param edited the question that is written anew, and its number
 * @param full whether it has as many questions as one may have
 */
public record ChatView(
        String id, String name, List<ExchangeView> exchanges, Optional<Edited> edited, boolean full, boolean replaced) {
    /** A question that is put in the place of one that was asked. */
    public record Edited(int number, String text) {}

    public ChatView {
        exchanges = List.copyOf(exchanges);
    }

    /** Whether an answer is coming along. */
    public boolean running() {
        return !exchanges.isEmpty() && exchanges.get(exchanges.size() - 1).running();
    }
}
