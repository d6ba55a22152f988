package com.cdhdashboard.assistant.chat;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.tool.ToolAnswer;
import java.util.Optional;

/**
 * A question that a model put to a tool, with its answer as a person may see it: nothing is masked.
 *
 * @param id which numbers link to, such as {@code q2}; each once in a chat
 * @param arguments a JSON object where the tool answered, what the model wrote where it was refused
 */
public record Asked(String id, String tool, String arguments, Reply reply) {
    /** The tool whose answers are charts. */
    public static final String CHART = "draw_chart";

    /** What came of it. */
    public sealed interface Reply {}

    public record Answered(ToolAnswer answer) implements Reply {
        public Answered {
            requireNonNull(answer, "answer");
        }
    }

    /** It was not answered; the sentence says why. */
    public record Refused(String sentence) implements Reply {
        public Refused {
            requireNonNull(sentence, "sentence");
        }
    }

    public Asked {
        requireNonNull(id, "id");
        requireNonNull(tool, "tool");
        requireNonNull(arguments, "arguments");
        requireNonNull(reply, "reply");
    }

    /** The answer; empty where it was refused. */
    public Optional<ToolAnswer> answer() {
        return reply instanceof Answered answered ? Optional.of(answered.answer()) : Optional.empty();
    }

    /** Whether the answer is a chart, which its page shows. */
    public boolean isChart() {
        return tool.equals(CHART) && answer().isPresent();
    }
}
