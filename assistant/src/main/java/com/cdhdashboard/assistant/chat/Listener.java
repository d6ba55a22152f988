package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.prose.Prose;

/** Is told how an answer comes along, one thing after the other, in the thread that answers or one of the model's. */
public interface Listener {
    /** The model asks a tool; the answer is not there yet. */
    default void asking(String id, String tool, String arguments) {}

    /** The tool has answered or refused. */
    default void asked(Asked asked) {}

    /** The checked beginning of the answer, in place of what was told before. */
    default void prose(Prose soFar) {}

    /** What was told of the text does not hold any more; the sentence says why. */
    default void restarted(String reason) {}

    /** It is over; nothing is told after this. */
    default void finished(Exchange exchange) {}
}
