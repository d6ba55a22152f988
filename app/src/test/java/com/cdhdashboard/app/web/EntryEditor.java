package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.edit.TomlText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A draft of metrics and reports that is edited as a browser does it. */
final class EntryEditor {
    private final Site site;
    private String draft = "";
    private String revision = "0";
    private Document shown = new Document("");

    EntryEditor(Site site) {
        this.site = site;
    }

    /** The editor as it was shown last. */
    Document shown() {
        return shown;
    }

    String draft() {
        return draft;
    }

    HttpResponse<String> send(String step, String item, String... more) {
        String form = "draft=" + draft + "&revision=" + revision + "&step=" + step + "&item=" + Site.encode(item) + "&"
                + Arrays.stream(more).map(EntryEditor::encoded).collect(Collectors.joining("&"));
        HttpResponse<String> answer = site.post(
                "/configuration/edit", form, "X-Csrf-Token", site.token(), "Accept", "application/json, text/html");
        answer.headers().firstValue("X-Draft").ifPresent(id -> draft = id);
        answer.headers().firstValue("X-Revision").ifPresent(number -> revision = number);
        shown = Jsoup.parse(answer.body());
        return answer;
    }

    EntryEditor act(String step, String item, String... more) {
        HttpResponse<String> answer = send(step, item, more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    private static String encoded(String pair) {
        int at = pair.indexOf('=');
        return pair.substring(0, at + 1) + Site.encode(pair.substring(at + 1));
    }

    /** As the button of a notice does it. */
    EntryEditor again() {
        String again = shown.select("#editor-notice button").attr("data-again");
        try {
            List<String> more = new ArrayList<>();
            new ObjectMapper()
                    .readTree(again)
                    .properties()
                    .forEach(field ->
                            field.getValue().forEach(value -> more.add(field.getKey() + "=" + value.asText())));
            String step = more.stream()
                    .filter(each -> each.startsWith("step="))
                    .findFirst()
                    .orElseThrow()
                    .substring(5);
            more.removeIf(each -> each.startsWith("step="));
            return act(step, "", more.toArray(String[]::new));
        } catch (JsonProcessingException e) {
            throw new AssertionError(again, e);
        }
    }

    String text() {
        return site.json("/configuration.json?draft=" + draft).get("text").asText();
    }

    TomlText toml() {
        return TomlText.of(text());
    }

    String notice() {
        return shown.select("#editor-notice span").text();
    }

    Document preview(String item) {
        return site.page("/configuration/preview?draft=" + draft + "&item=" + Site.encode(item));
    }
}
