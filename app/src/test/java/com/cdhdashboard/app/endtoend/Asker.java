package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.scripted.Asked;
import com.cdhdashboard.assistant.scripted.Reply;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser that chats, with its cookies and without scripts. */
record Asker(String url, String token, HttpClient client) {
    /** Asks for rates and a chart, and says the first rate. */
    static final Function<Asked, Reply> RATES = asked -> asked.toolAnswers().isEmpty()
            ? Reply.calls("query_metric", "{\"metric\":\"engagement\",\"group_by\":[\"Channel\"],\"scores\":[\"CTR\"]}")
                    .calling("draw_chart", "{\"metric\":\"engagement\",\"group_by\":[\"Issue\"],\"scores\":[\"CTR\"]}")
            : Reply.says("**Call Center** has a click-through rate of "
                    + shown(asked.toolAnswers().get(0), "CTR")
                    + ". <script>alert()</script> [more](https://example.com/x)");

    private static String shown(String answer, String score) {
        Matcher matcher = Pattern.compile("\"shown\":\\{[^}]*\"" + score + "\":\"([^\"]+)\"")
                .matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    static Asker at(String url) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Asker anybody = new Asker(url, "", client);
        return new Asker(url, anybody.page("/assistant").select("#page").attr("data-token"), client);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString(UTF_8));
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(path).body());
    }

    /** Names and values in turn. */
    HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < fields.length; at += 2) {
            pairs.add(URLEncoder.encode(fields[at], UTF_8) + "=" + URLEncoder.encode(fields[at + 1], UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("X-Csrf-Token", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build();
        return client.send(request, BodyHandlers.ofString(UTF_8));
    }

    /** Agrees to what is shown. */
    void agree() throws IOException, InterruptedException {
        Document shown = page("/assistant/consent");
        List<String> fields = new ArrayList<>(List.of(
                "as", "agree", "fingerprint", shown.select("[name=fingerprint]").val()));
        shown.select(".consent-table select")
                .forEach(choice -> fields.addAll(List.of(
                        choice.attr("name"), choice.select("option[selected]").val())));
        post("/assistant/consent", fields.toArray(String[]::new));
    }

    /** Asks, and waits for the answer; where the chat is. */
    String ask(String question, String... more) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>(List.of("question", question));
        fields.addAll(List.of(more));
        HttpResponse<String> asked = post("/assistant/ask", fields.toArray(String[]::new));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        String chat = asked.headers().firstValue("Location").orElseThrow();
        await(chat);
        return chat;
    }

    /** Until there is an answer to the last question of a chat. */
    void await(String chat) throws IOException, InterruptedException {
        while (!page(chat).select("#talk[data-events]").isEmpty()) {
            Thread.sleep(20);
        }
    }
}
