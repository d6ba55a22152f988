package com.cdhdashboard.assistant.draft;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What outcomes mean, by the words in which Pega and those who set it up usually write them. */
enum OutcomeWord {
    /** Somebody bought. */
    CONVERTED(Set.of(
            "conversion",
            "converted",
            "convert",
            "purchase",
            "purchased",
            "bought",
            "sale",
            "sold",
            "order",
            "ordered")),
    /** Nobody bought what was bought in other cases. */
    NOT_CONVERTED(Set.of("nonconversion", "unconverted")),
    /** Somebody took the offer up, and it may be that they bought. */
    ACCEPTED(Set.of("accepted", "accept", "interested", "yes")),
    CLICKED(Set.of("clicked", "click", "clickthrough", "responded", "engaged", "positive")),
    OPENED(Set.of("opened", "open", "read")),
    SHOWN(Set.of("impression", "impressed", "shown", "displayed", "viewed", "presented", "rendered", "served")),
    SENT(Set.of("pending", "sent", "delivered", "dispatched", "queued")),
    REFUSED(Set.of(
            "rejected",
            "reject",
            "declined",
            "decline",
            "ignored",
            "ignore",
            "dismissed",
            "noresponse",
            "response",
            "negative",
            "no"));

    private final Set<String> words;

    OutcomeWord(Set<String> words) {
        this.words = words;
    }

    /** What an outcome means; empty where nobody can tell. */
    static Optional<OutcomeWord> of(String outcome) {
        NameWords words = NameWords.of(outcome);
        if (words.says("no response") || words.says("not interested") || words.says("not accepted")) {
            return Optional.of(REFUSED);
        }
        return words.has(Set.of("no", "not", "non", "un"))
                ? Optional.of(words.has(CONVERTED.words) ? NOT_CONVERTED : REFUSED)
                : Stream.of(values()).filter(each -> words.has(each.words)).findFirst();
    }
}
