package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for the head of an answer gets what the answer itself would say before its body. */
class HeadRequestsTest {
    private static final int ENOUGH = 400;
    /** No link leads to these. */
    private static final List<String> UNLINKED = List.of(
            "/index.json",
            "/favicon.ico",
            "/import.json",
            "/import/job",
            "/import/rejected",
            "/dashboard.json",
            "/reports.json",
            "/clv.json",
            "/configuration.json",
            "/configuration/keys.json",
            "/configuration/fields.json",
            "/configuration/schema.json",
            "/assistant/nobody/events",
            "/mcp",
            "/nowhere",
            "/reports/nowhere");

    @TempDir
    Path folder;

    @Test
    void theHeadOfEveryAddressIsThatOfItsAnswer() {
        try (Site site = new Site(FixtureWorkspace.withData(), folder, 1000)) {
            Set<String> addresses = addresses(site);
            assertThat(addresses)
                    .hasSizeBetween(60, ENOUGH)
                    .anyMatch(path -> path.contains(".csv"))
                    .anyMatch(path -> path.contains(".xlsx"))
                    .anyMatch(path -> path.startsWith("/assets/"))
                    .anyMatch(path -> path.startsWith("/api/v1/"));
            addresses.stream().filter(path -> !path.endsWith("/events")).forEach(path -> {
                HttpResponse<String> whole = site.get(path);
                HttpResponse<String> head = head(site, path);
                assertThat(head.statusCode()).as(path).isEqualTo(whole.statusCode());
                assertThat(headers(head)).as(path).isEqualTo(headers(whole));
                assertThat(head.body()).as(path).isEmpty();
            });
        }
    }

    /** It has a head, and no end. */
    @Test
    void theHeadOfEventsSaysWhatTheyAre() {
        try (Site site = new Site(FixtureWorkspace.withData(), folder, 1000)) {
            HttpResponse<String> head = head(site, "/assistant/nobody/events");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        }
    }

    private static HttpResponse<String> head(Site site, String path) {
        return site.send(HttpRequest.newBuilder(URI.create(site.url() + path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** All but the time of day, which workbooks hold, so that not every one is of the same length. */
    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        if (answer.uri().getPath().endsWith(".xlsx")) {
            headers.computeIfPresent("content-length", (name, value) -> List.of("some"));
        }
        return headers;
    }

    /** What pages link to, each once whatever its parameters, and what the API describes. */
    private static Set<String> addresses(Site site) {
        Set<String> found = new LinkedHashSet<>(UNLINKED);
        site.json("/api/v1/openapi.json").path("paths").properties().stream()
                .filter(each -> each.getValue().has("get"))
                .map(each -> path(each.getKey(), each.getValue().path("get")))
                .forEach(found::add);
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty()) {
            String path = next.pop();
            if (path.startsWith("/") && seen.add(path.replaceAll("[?#].*", ""))) {
                found.add(path);
                next.addAll(links(site, path));
            }
        }
        return found;
    }

    private static String path(String template, JsonNode get) {
        return template.replaceAll(
                "\\{[^}]*}", get.path("summary").asText().contains("report") ? "rates" : "engagement");
    }

    private static List<String> links(Site site, String path) {
        List<String> links = new ArrayList<>();
        HttpResponse<String> answer = site.get(path);
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            for (Element link : Jsoup.parse(answer.body()).select("[href], [src], [hx-get], [data-url]")) {
                links.addAll(List.of(link.attr("href"), link.attr("src"), link.attr("hx-get"), link.attr("data-url")));
            }
        }
        answer.headers().firstValue("Location").ifPresent(links::add);
        return links;
    }
}
