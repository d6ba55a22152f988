package com.cdhdashboard.assistant.chat;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.core.snapshot.Snapshot;

/** A question of a person, what was said before, the data that it is about, and what of them may be sent. */
public record Request(Chat soFar, String question, Snapshot now, Disclosure disclosure) {
    public Request {
        requireNonNull(soFar, "soFar");
        requireNonNull(question, "question");
        requireNonNull(now, "now");
        requireNonNull(disclosure, "disclosure");
    }
}
