package com.cdhdashboard.assistant.model;

import java.util.function.Consumer;

/** A model that can be asked. Safe for use by many threads. */
public interface LanguageModel {
    /** As pages and logs name it, such as {@code openai/gpt-5.5}. Holds no secret. */
    String name();

    /**
     * Asks, and waits for the whole answer.
     *
     * @param pieces is told text as it arrives, in the calling thread or another, never two at once
     * @param cancelled ends the request when it is cancelled
     * @throws ModelException if there is no answer
     */
    Turn answer(Prompt prompt, Consumer<String> pieces, Cancelled cancelled);
}
