package com.cdhdashboard.bench.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who edits a draft, sending what the page sends. Times run until the last byte of an answer. */
final class Author {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_WAIT)
            .build();
    private final String token;
    private String draft = "";
    private String revision = "0";

    /** What was answered, and the milliseconds until all of it was there. */
    record Answer(String text, double milliseconds) {}

    /** Begins a draft of that text. */
    Author(URI server, String text) {
        this.server = server;
        this.token = found(TOKEN, get(Urls.HOME).text());
        post(Urls.CONFIGURATION_TEXT + "?" + fields("toml", "", "base", base()), text);
    }

    private String base() {
        return found(
                Pattern.compile("data-base=\"([^\"]+)\""),
                get(Urls.configuration("toml", "", "")).text());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new UserException("The page does not hold " + pattern);
        }
        return matcher.group(1);
    }

    /** Sends the whole text, as the editor of the text does after a pause. */
    Answer text(String text) {
        return post(Urls.CONFIGURATION_TEXT + "?" + fields("toml", ""), text);
    }

    /** Sends a field of the form of a report. */
    Answer set(String report, String key, String value) {
        String path = "&path=reports&path=" + report + "&path=" + key;
        return post(
                Urls.CONFIGURATION_EDIT,
                fields("reports", report, "action", "set", "as", "text", "value", value) + path);
    }

    /** Sends a report as text, given its keys. */
    Answer replace(String report, String toml) {
        return post(
                Urls.CONFIGURATION_EDIT,
                fields("reports", report, "action", "toml", "toml", "[reports." + report + "]\n" + toml));
    }

    /** Asks for a report of the draft as it is drawn. */
    Answer preview(String report) {
        return get(Urls.preview(draft, Long.parseLong(revision), report));
    }

    void discard() {
        post(Urls.CONFIGURATION_DISCARD, "draft=" + draft);
    }

    /** Names and values in turn, behind what every change says. */
    private String fields(String step, String item, String... more) {
        List<String> all = new ArrayList<>(List.of("draft", draft, "revision", revision, "step", step, "item", item));
        all.addAll(List.of(more));
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < all.size(); i += 2) {
            fields.append(i == 0 ? "" : "&").append(all.get(i)).append('=');
            fields.append(URLEncoder.encode(all.get(i + 1), UTF_8));
        }
        return fields.toString();
    }

    private Answer post(String path, String body) {
        boolean form = !path.startsWith(Urls.CONFIGURATION_TEXT);
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("X-Csrf-Token", token)
                .header("Accept", "application/json, text/html")
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)));
    }

    private Answer send(HttpRequest.Builder asked) {
        HttpRequest request = asked.timeout(LONGEST_WAIT).build();
        long start = System.nanoTime();
        HttpResponse<String> answer = answer(request);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() >= 400) {
            throw new UserException(
                    "The server answered " + answer.statusCode() + " to " + request.uri() + ": " + answer.body());
        }
        draft = answer.headers().firstValue("X-Draft").orElse(draft);
        revision = answer.headers().firstValue("X-Revision").orElse(revision);
        return new Answer(answer.body(), milliseconds);
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UserException(UserException.Kind.RESOURCES, "The server did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("Interrupted while measuring.");
        }
    }
}
