package com.cdhdashboard.bench.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model in the form of OpenAI's chat completions that thinks for a set time, asks one tool, and then says the number it
 * got, word by word, and a second sentence. It knows how long it took itself over each question.
 */
final class TimedModel implements AutoCloseable {
    static final String FIRST_WORDS = "On that channel";

    private static final long THINKING_MILLIS = 100;
    private static final long PIECE_MILLIS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SHOWN = Pattern.compile("\"shown\":\\{[^}]*\"CTR\":\"([^\"]+)\"");
    private static final Pattern CHANNEL = Pattern.compile("on ([A-Z][A-Za-z ]+) in");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Own> own = new ConcurrentHashMap<>();

    /** Nanoseconds that the model itself took: until its first word, until its first sentence was whole, and in all. */
    record Own(long toFirstWord, long toFirstSentence, long all) {
        static final Own NONE = new Own(0, 0, 0);

        Own plus(Own other) {
            return new Own(toFirstWord + other.toFirstWord, toFirstSentence + other.toFirstSentence, all + other.all);
        }
    }

    private TimedModel(HttpServer server) {
        this.server = server;
    }

    static TimedModel start() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TimedModel model = new TimedModel(server);
            server.createContext("/v1/chat/completions", model::answer);
            server.setExecutor(model.threads);
            server.start();
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of models that names it. */
    String file() {
        return """
                [defaults]
                model = "openai/timed"
                api_base = "http://127.0.0.1:%d/v1"
                api_key_fallback = "none"
                """.formatted(server.getAddress().getPort());
    }

    Own own(String question) {
        return own.getOrDefault(question, Own.NONE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            List<JsonNode> messages = request.path("messages").findParents("role");
            String question = last(messages, "user");
            String told = last(messages.subList(after(messages), messages.size()), "tool");
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            pause(THINKING_MILLIS);
            Own took;
            if (told.isEmpty()) {
                send(out, call(question));
                long all = System.nanoTime() - start;
                took = new Own(all, all, all);
            } else {
                took = say(text(told), out, start);
            }
            own.merge(question, took, Own::plus);
            out.write("data: [DONE]\n\n".getBytes(UTF_8));
            out.flush();
        }
    }

    private static Own say(String text, OutputStream out, long start) throws IOException {
        long word = System.nanoTime() - start;
        long sentence = 0;
        for (String piece : text.split("(?<= )")) {
            send(out, "{\"content\":" + JSON.writeValueAsString(piece) + "}");
            if (sentence == 0 && piece.endsWith(". ")) {
                sentence = System.nanoTime() - start;
            }
            pause(PIECE_MILLIS);
        }
        return new Own(word, sentence, System.nanoTime() - start);
    }

    /** The place behind the last question. */
    private static int after(List<JsonNode> messages) {
        int place = 0;
        for (int i = 0; i < messages.size(); i++) {
            place = messages.get(i).path("role").asText().equals("user") ? i + 1 : place;
        }
        return place;
    }

    private static String last(List<JsonNode> messages, String role) {
        return messages.stream()
                .filter(message -> message.path("role").asText().equals(role))
                .reduce((one, other) -> other)
                .map(message -> message.path("content").asText())
                .orElse("");
    }

    private static String call(String question) throws JsonProcessingException {
        Matcher channel = CHANNEL.matcher(question);
        String arguments =
                "{\"metric\":\"engagement\",\"scores\":[\"CTR\"],\"filters\":[{\"dimension\":\"Channel\",\"is\":[\""
                        + (channel.find() ? channel.group(1) : "Web") + "\"]}]}";
        return "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"query_metric\","
                + "\"arguments\":" + JSON.writeValueAsString(arguments) + "}}]}";
    }

    private static String text(String told) {
        Matcher shown = SHOWN.matcher(told);
        return FIRST_WORDS + " people clicked on what they were shown in " + (shown.find() ? shown.group(1) : "no")
                + " of the cases. Ask for another channel to see how it compares.";
    }

    private static void send(OutputStream out, String delta) throws IOException {
        out.write(
                ("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"timed\",\"choices\":"
                                + "[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}\n\n")
                        .getBytes(UTF_8));
        out.flush();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
