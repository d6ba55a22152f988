package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of question. Safe for use by many threads. */
public interface Tool {
    /** Such as {@code query_metric}. */
    String name();

    /** What it answers and when to ask it, for people and models. */
    String description();

    /** JSON Schema of the object that it takes; knows every field, and no other is taken. */
    ObjectNode parameters();

    /**
     * Answers.
     *
     * @param arguments fits {@link #parameters} in form; what it names may not exist
     * @throws com.cdhdashboard.core.error.UserException if it cannot be answered: what was found, what is allowed
     */
    ToolAnswer answer(Snapshot now, ObjectNode arguments);
}
