package com.cdhdashboard.app.configuration;

/** What became of a change of a draft. */
public sealed interface Saving {
    /** It is saved. */
    record Saved(Draft draft) implements Saving {}

    /** It was made on a text that has changed since; nothing is saved. */
    record Outdated(Draft current) implements Saving {}

    /** The draft is not there: it was discarded, or gave way to newer ones. */
    record Gone() implements Saving {}
}
