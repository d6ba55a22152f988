package com.cdhdashboard.bench.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who asks in a browser, sending what the page sends. */
final class Chatter {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([^\"]+)\"");

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(LONGEST_WAIT)
            .build();
    private final String token;

    /** When the first words of the answer were there, and all of it, in nanoseconds from the question. */
    record Times(long firstWords, long all) {}

    /** Comes, and agrees to what is sent. */
    Chatter(URI server) {
        this.server = server;
        String consent = send(HttpRequest.newBuilder(server.resolve(Urls.ASSISTANT_CONSENT)))
                .body();
        this.token = found(TOKEN, consent);
        post(Urls.ASSISTANT_CONSENT, "as", "agree", "fingerprint", found(FINGERPRINT, consent));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new UserException("The page does not hold " + pattern);
        }
        return matcher.group(1);
    }

    /** Asks in a chat of its own, and waits for the answer. */
    Times ask(String question) {
        long start = System.nanoTime();
        String chat = post(Urls.ASSISTANT_ASK, "question", question)
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new UserException("The server leads to no chat"));
        HttpRequest events = HttpRequest.newBuilder(server.resolve(chat + "/events"))
                .header("Accept", "text/event-stream")
                .timeout(LONGEST_WAIT)
                .build();
        long first = 0;
        try (Stream<String> lines =
                client.send(events, HttpResponse.BodyHandlers.ofLines()).body()) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                if (first == 0 && line.contains(TimedModel.FIRST_WORDS)) {
                    first = System.nanoTime() - start;
                }
                if (line.equals("event: done")) {
                    long end = System.nanoTime() - start;
                    return new Times(first == 0 ? end : first, end);
                }
            }
        } catch (IOException e) {
            throw new UserException(UserException.Kind.RESOURCES, "The server did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UserException("The events ended before the answer did");
    }

    private HttpResponse<String> post(String path, String... fields) {
        StringBuilder body = new StringBuilder("csrf=" + URLEncoder.encode(token, UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", server.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder asked) {
        HttpRequest request = asked.timeout(LONGEST_WAIT).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new UserException(
                        "The server answered " + answer.statusCode() + " to " + request.uri() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UserException(UserException.Kind.RESOURCES, "The server did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("Interrupted while measuring.");
        }
    }
}
