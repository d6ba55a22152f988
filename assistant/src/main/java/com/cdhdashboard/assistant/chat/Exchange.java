package com.cdhdashboard.assistant.chat;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.prose.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One question of a person and what came of it.
 *
 * @param asked what the model asked of tools meanwhile, in order
 * @param model that was asked, such as {@code openai/gpt-5.5}
 */
public record Exchange(String question, List<Asked> asked, Outcome outcome, Effort effort, Instant at, String model) {
    /** How it ended. */
    public sealed interface Outcome {}

    /** With a text of which every number is checked. */
    public record Answer(Prose prose) implements Outcome {
        public Answer {
            requireNonNull(prose, "prose");
        }
    }

    /** Without an answer; the sentence says why and what to do. */
    public record Failure(String sentence) implements Outcome {
        public Failure {
            requireNonNull(sentence, "sentence");
        }
    }

    /**
     * What it took.
     *
     * @param sent tokens, as the provider counted them; 0 where it does not tell
     */
    public record Effort(int turns, long sent, long received, Duration time) {
        public Effort {
            requireNonNull(time, "time");
        }
    }

    public Exchange {
        requireNonNull(question, "question");
        asked = List.copyOf(asked);
        requireNonNull(outcome, "outcome");
        requireNonNull(effort, "effort");
        requireNonNull(at, "at");
        requireNonNull(model, "model");
    }

    /** The charts that were asked for, in order. */
    public List<Asked> charts() {
        return asked.stream().filter(Asked::isChart).toList();
    }
}
