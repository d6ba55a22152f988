package com.cdhdashboard.assistant.eval;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A question of which it is known what a good answer says.
 *
 * @param id each once in a file
 * @param kind what it tries, such as {@code lift}
 * @param data the name of the data that it is about
 * @param expected what the answer has to be
 * @param example one way to a good answer
 */
public record KnownQuestion(String id, String kind, String data, String text, Expected expected, Example example) {
    public KnownQuestion {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(data, "data");
        requireNonNull(text, "text");
        requireNonNull(expected, "expected");
        requireNonNull(example, "example");
    }

    /** What a good answer has. */
    public sealed interface Expected {}

    /** These numbers of the data, unrounded; the answer may write them at any precision. */
    public record Numbers(List<Double> values) implements Expected {
        public Numbers {
            values = List.copyOf(values);
        }
    }

    /** A question in return, as this one can be understood in two ways. */
    public record Asks() implements Expected {}

    /** A short text that says that there is no answer. */
    public record Declines() implements Expected {}

    /** What tools can be asked, and what can be said then. */
    public record Example(List<Call> calls, String answer) {
        public Example {
            calls = List.copyOf(calls);
            requireNonNull(answer, "answer");
        }
    }

    /** @param arguments a JSON object */
    public record Call(String tool, String arguments) {
        public Call {
            requireNonNull(tool, "tool");
            requireNonNull(arguments, "arguments");
        }
    }
}
