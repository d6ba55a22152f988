package com.cdhdashboard.assistant.model;

import static java.util.Objects.requireNonNull;

/** A model gave no answer. The message is for people: what happened and what to do; it holds no key and no prompt. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The key is missing, wrong or may not use this model. */
        KEY,
        /** The provider, or a limit of ours, allows no more requests for now. */
        LIMIT,
        /** The provider does not know the model, or refuses the request. */
        REQUEST,
        /** The provider is not reachable, is too busy, or took too long. */
        UNAVAILABLE,
        /** What came is not an answer. */
        ANSWER,
        CANCELLED
    }

    private final Reason reason;

    public ModelException(Reason reason, String message) {
        super(message);
        this.reason = requireNonNull(reason, "reason");
    }

    public ModelException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
