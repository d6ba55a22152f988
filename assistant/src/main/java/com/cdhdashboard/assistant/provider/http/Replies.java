package com.cdhdashboard.assistant.provider.http;

import com.cdhdashboard.core.error.ShortText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What providers say when something is wrong, whichever they are. */
final class Replies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 300;

    private Replies() {}

    /** @throws Failure if an answer is not JSON, or says no */
    static void checkWhole(String body) {
        JsonNode json = parse(body);
        if (!json.isObject()) {
            throw Failure.of(Failure.Kind.NOT_AN_ANSWER, start(body), new IllegalArgumentException());
        }
        checkError(json);
    }

    /** @throws Failure if a piece of an answer is not JSON, or says no */
    static void checkEvent(String data) {
        JsonNode json = parse(data);
        if (!json.isObject()) {
            throw Failure.of(Failure.Kind.NOT_AN_ANSWER, start(data), new IllegalArgumentException());
        }
        checkError(json);
    }

    private static void checkError(JsonNode json) {
        JsonNode error = json.path("response").path("error").isObject()
                ? json.path("response").path("error")
                : json.path("error");
        boolean saysNo =
                error.isObject() || (error.isTextual() && !error.asText().isEmpty());
        if (saysNo || json.path("type").asText().equals("error")) {
            throw Failure.saidNo(status(error.isObject() ? error : json), words(json.toString()));
        }
    }

    /** The status that a provider would have answered with, had it known before it began. */
    private static int status(JsonNode error) {
        if (error.path("code").isInt()) {
            return error.path("code").asInt();
        }
        String kind = error.path("type").asText() + " " + error.path("code").asText();
        if (kind.contains("overloaded")) {
            return 529;
        }
        if (kind.contains("rate_limit")) {
            return 429;
        }
        return kind.contains("server_error") || kind.contains("api_error") ? 500 : 0;
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The words in which a provider says no, of any of the forms that are usual. */
    static String words(String body) {
        JsonNode json = parse(body);
        JsonNode first = json.isArray() ? json.path(0) : json;
        JsonNode error = first.path("response").path("error").isObject()
                ? first.path("response").path("error")
                : first.path("error");
        for (JsonNode candidate : new JsonNode[] {
            error.path("message"), error, first.path("message"), first.path("detail"), error.path("type")
        }) {
            if (candidate.isTextual() && !candidate.asText().isBlank()) {
                String code = error.path("code").isTextual()
                        ? " (" + error.path("code").asText() + ")"
                        : "";
                return start(candidate.asText() + code);
            }
        }
        return json.isMissingNode() ? start(body.replaceAll("<[^>]*>", " ")) : "";
    }

    private static String start(String text) {
        return ShortText.of(text.replaceAll("\\p{Cntrl}+|\\s+", " ").strip(), LONGEST);
    }

    /** How long the provider wants to be left alone, in seconds or as a date. */
    static Optional<Duration> retryAfter(HttpHeaders headers) {
        Optional<String> value = headers.firstValue("retry-after").map(String::strip);
        if (value.filter(text -> text.matches("\\d{1,6}([.]\\d{1,6})?")).isPresent()) {
            return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(value.get()) * 1_000)));
        }
        try {
            return value.map(text -> Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()))
                    .filter(wait -> !wait.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What it means that no answer began. */
    static Failure ofConnection(Exception error) {
        Throwable cause = Optional.ofNullable(error.getCause()).orElse(error);
        if (cause instanceof SSLException) {
            return Failure.of(Failure.Kind.NO_CONNECTION, "its certificate is not accepted", cause);
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return Failure.of(Failure.Kind.NO_CONNECTION, "it does not answer", cause);
        }
        if (cause instanceof ConnectException) {
            return Failure.of(Failure.Kind.NO_CONNECTION, "the connection was refused", cause);
        }
        return Failure.of(Failure.Kind.BROKEN, "", cause);
    }
}
