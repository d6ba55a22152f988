package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Asks a running server as a program would. */
record HttpApi(String url, HttpClient client) {
    private static final int MILLISECONDS = 100;
    private static final int MOST_WAITS = 3_000;

    HttpApi(String url) {
        this(url, HttpClient.newHttpClient());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, BodyHandlers.ofString(UTF_8));
    }

    <T> HttpResponse<T> get(String path, BodyHandler<T> body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), body);
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    /** The twin of a report over customers, asked again as its page does until the models are fitted. */
    JsonNode fitted(String path) throws IOException, InterruptedException {
        JsonNode answer = json(path);
        for (int wait = 0; answer.get("state").textValue().equals("fitting"); wait++) {
            assertThat(wait).as("waits for " + path).isLessThan(MOST_WAITS);
            Thread.sleep(MILLISECONDS);
            answer = json(path);
        }
        return answer;
    }

    /** The page, whatever its status. */
    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
