package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Imports files by upload, with the requests of the import page. */
record Uploading(HttpApi http, String token) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int POLL_MILLIS = 20;

    static Uploading to(InstalledProgram.Server server) throws IOException, InterruptedException {
        HttpApi http = new HttpApi(server.url());
        return new Uploading(http, http.page("/import").select("#page").attr("data-token"));
    }

    /** The job at the end of the import. */
    JsonNode importing(Path... files) throws IOException, InterruptedException {
        begin(List.of(files), "");
        return awaitEnd();
    }

    /** Uploads the files and starts the import. */
    void begin(List<Path> files, String more) throws IOException, InterruptedException {
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            named.put(file.toString(), file);
        }
        begin(named, more);
    }

    /** Uploads files under names, whose last part counts, and starts the import. */
    void begin(Map<String, Path> files, String more) throws IOException, InterruptedException {
        String opened = send("POST", "/import/uploads", BodyPublishers.noBody()).body();
        String batch = new ObjectMapper().readTree(opened).get("batch").asText();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String name = HttpApi.encode(file.getKey());
            send("PUT", "/import/uploads/" + batch + "?name=" + name, BodyPublishers.ofFile(file.getValue()));
        }
        post("/import/start", "batch=" + batch + more);
    }

    JsonNode job() throws IOException, InterruptedException {
        return http.json("/import.json").get("job");
    }

    boolean runs() throws IOException, InterruptedException {
        return List.of("RUNNING", "CANCELLING")
                .contains(job().get("state").asText().toUpperCase(Locale.ROOT));
    }

    JsonNode awaitEnd() throws IOException, InterruptedException {
        for (long since = System.nanoTime(); runs(); ) {
            assertThat(Duration.ofNanos(System.nanoTime() - since))
                    .as("%s", job())
                    .isLessThan(LONGEST);
            Thread.sleep(POLL_MILLIS);
        }
        return job();
    }

    void cancel() throws IOException, InterruptedException {
        post("/import/cancel", "");
    }

    /** Sends a form as the page does. */
    void post(String path, String form) throws IOException, InterruptedException {
        send("POST", path, BodyPublishers.ofString("csrf=" + token + "&" + form));
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(http.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Csrf-Token", token)
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, body)
                .build();
        HttpResponse<String> answer = http.client().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isLessThan(400);
        return answer;
    }
}
