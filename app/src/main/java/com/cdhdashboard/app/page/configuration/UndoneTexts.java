package com.cdhdashboard.app.page.configuration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts that drafts had before, as long as the server runs: what is typed in one go is one step back. */
final class UndoneTexts {
    private static final int MOST_STEPS = 100;
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_DRAFTS = 20;
    private static final Duration ONE_GO = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<String, Steps> drafts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Steps> eldest) {
            return size() > MOST_DRAFTS;
        }
    };

    UndoneTexts(Clock clock) {
        this.clock = clock;
    }

    /** The way of one draft. */
    private static final class Steps {
        private final Deque<String> back = new ArrayDeque<>();
        private final Deque<String> forth = new ArrayDeque<>();
        private String changed = "";
        private Instant when = Instant.MIN;
    }

    /**
     * Keeps a text before it is changed.
     *
     * @param what is changed, such as a key
     */
    synchronized void changing(String draft, String text, String what) {
        Steps steps = drafts.computeIfAbsent(draft, id -> new Steps());
        Instant now = clock.instant();
        boolean further = what.equals(steps.changed) && now.isBefore(steps.when.plus(ONE_GO));
        if (!further) {
            steps.back.push(text);
            while (steps.back.size() > MOST_STEPS || characters(steps.back) > MOST_CHARACTERS) {
                steps.back.removeLast();
            }
        }
        steps.forth.clear();
        steps.changed = what;
        steps.when = now;
    }

    private static int characters(Deque<String> texts) {
        return texts.stream().mapToInt(String::length).sum();
    }

    /** The text to go back to, or forth; the one that is there now can be come back to. */
    synchronized Optional<String> step(String draft, String text, boolean forth) {
        Steps steps = drafts.computeIfAbsent(draft, id -> new Steps());
        Deque<String> from = forth ? steps.forth : steps.back;
        Optional<String> next = Optional.ofNullable(from.poll());
        if (next.isPresent()) {
            (forth ? steps.back : steps.forth).push(text);
            steps.changed = "";
        }
        return next;
    }

    synchronized boolean can(String draft, boolean forth) {
        return Optional.ofNullable(drafts.get(draft))
                .filter(steps -> !(forth ? steps.forth : steps.back).isEmpty())
                .isPresent();
    }
}
