package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who edits the configuration, as a browser would. */
record Author(String url, String token, HttpClient client) {
    static Author at(String url) throws IOException, InterruptedException {
        Author anybody = new Author(url, "", HttpClient.newHttpClient());
        return new Author(url, anybody.page("/").select("#page").attr("data-token"), anybody.client());
    }

    Document page(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
        return Jsoup.parse(client.send(request, BodyHandlers.ofString(UTF_8)).body());
    }

    /** Names and values in turn. */
    HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < fields.length; at += 2) {
            pairs.add(fields[at] + "=" + URLEncoder.encode(fields[at + 1], UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("X-Csrf-Token", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build();
        return client.send(request, BodyHandlers.ofString(UTF_8));
    }

    /** Begins a draft that is that text. */
    String draft(String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/configuration/upload"))
                .header("X-Csrf-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s).*draft=([0-9a-f]{32}).*", "$1");
    }

    Document review(String draft) throws IOException, InterruptedException {
        return page("/configuration/review?draft=" + draft);
    }

    /** Sends the form of a page as it is, with further fields. */
    HttpResponse<String> send(Document page, String form, String... more) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>();
        page.select(form + " input[type=hidden]")
                .forEach(input -> fields.addAll(List.of(input.attr("name"), input.val())));
        assertThat(fields).as(page.select("#content").text()).isNotEmpty();
        fields.addAll(List.of(more));
        return post(page.select(form).attr("action"), fields.toArray(String[]::new));
    }

    String text(String draft) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/configuration/download?draft=" + draft))
                .build();
        return client.send(request, BodyHandlers.ofString(UTF_8)).body();
    }
}
