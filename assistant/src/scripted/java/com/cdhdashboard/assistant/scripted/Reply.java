package com.cdhdashboard.assistant.scripted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a scripted model does with one request. */
public sealed interface Reply {
    /** A call of a tool; {@code arguments} is a text that should be a JSON object. */
    record Call(String name, String arguments) {}

    /**
     * An answer.
     *
     * @param letters of each piece, where it is streamed
     * @param pause before each piece
     * @param cut whether it ends at the limit of tokens
     * @param pieces after which the connection breaks; negative where it does not
     */
    record Says(
            String text,
            List<Call> calls,
            int letters,
            Duration pause,
            boolean cut,
            int pieces,
            long sentTokens,
            long receivedTokens)
            implements Reply {
        public Says {
            calls = List.copyOf(calls);
        }

        /** The same, which asks for a tool, too. */
        public Says calling(String name, String arguments) {
            List<Call> more = new ArrayList<>(calls);
            more.add(new Call(name, arguments));
            return new Says(text, more, letters, pause, cut, pieces, sentTokens, receivedTokens);
        }

        /** The same in pieces of so many letters. */
        public Says inPiecesOf(int length) {
            return new Says(text, calls, length, pause, cut, pieces, sentTokens, receivedTokens);
        }

        /** The same with a pause before each piece. */
        public Says slowly(Duration before) {
            return new Says(text, calls, letters, before, cut, pieces, sentTokens, receivedTokens);
        }

        /** The same, ended at the limit of tokens. */
        public Says cutShort() {
            return new Says(text, calls, letters, pause, true, pieces, sentTokens, receivedTokens);
        }

        /** The same, whose connection breaks after so many pieces; in one piece it breaks in its middle. */
        public Says brokenAfter(int many) {
            return new Says(text, calls, letters, pause, cut, many, sentTokens, receivedTokens);
        }

        /** The same with other counts; zero where the provider does not count. */
        public Says taking(long sent, long received) {
            return new Says(text, calls, letters, pause, cut, pieces, sent, received);
        }
    }

    /** An answer with a status, and a body as it is. */
    record Raw(int status, Map<String, String> headers, String body) implements Reply {
        public Raw {
            headers = Map.copyOf(headers);
        }
    }

    /** Nothing at all, until the server ends. */
    record Silence() implements Reply {}

    /** The connection breaks before an answer begins. */
    record HangUp() implements Reply {}

    static Says says(String text) {
        return new Says(text, List.of(), 7, Duration.ZERO, false, -1, 100, 20);
    }

    static Says calls(String name, String arguments) {
        return says("").calling(name, arguments);
    }

    /** An error in the words of a provider. */
    static Raw error(int status, String message) {
        return error(status, message, Map.of());
    }

    static Raw error(int status, String message, Map<String, String> headers) {
        return new Raw(
                status, headers, "{\"error\":{\"message\":\"" + message + "\",\"type\":\"error\",\"code\":null}}");
    }
}
