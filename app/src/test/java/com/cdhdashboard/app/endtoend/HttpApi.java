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

/** Asks a running server as a program would. */
record HttpApi(String url, HttpClient client) {
    HttpApi(String url) {
        this(url, HttpClient.newHttpClient());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
