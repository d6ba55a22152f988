package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.configuration.TextFolder;
import com.cdhdashboard.assistant.scripted.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnceForAll.class)
class AssistantPagesTest {
    private static final String QUESTION = "Which channel has the best rate?";

    @Test
    void nothingIsSentBeforeItIsAgreedToWhatIsShown(Demo demo) throws Exception {
        demo.models().always(Asker.RATES);
        Asker asker = Asker.at(demo.url());
        asker.post("/assistant/withdraw");
        assertThat(asker.page("/assistant").select("#not-agreed").text())
                .startsWith(
                        "Before the first question, look at what can be sent to OpenAI-compatible server (openai/scripted at"
                                + " 127.0.0.1:");
        assertThat(asker.post("/assistant/ask", "question", QUESTION).body())
                .contains("It is not agreed yet what may be sent to openai/scripted");

        Document before = asker.page("/assistant/consent");
        assertThat(before.select(".consent-table th[scope=row]").eachText()).contains("Channel", "Issue");
        assertThat(before.select(".consent-prompt pre").text()).contains("engagement");
        String fingerprint = before.select("[name=fingerprint]").val();
        // Other choices make another prompt than the one that was read
        asker.post("/assistant/consent", "fingerprint", fingerprint, "as", "agree", "dimension.Channel", "masked");
        Document masked = asker.page("/assistant/consent");
        assertThat(masked.select("#agreed")).isEmpty();
        assertThat(masked.select("[name=dimension.Channel] option[selected]").val())
                .isEqualTo("masked");
        assertThat(demo.models().asked()).isEmpty();

        asker.agree();
        assertThat(asker.page("/assistant/consent").select("#agreed")).hasSize(1);
        String chat = asker.ask(QUESTION);
        assertThat(asker.page(chat).select(".talk-prose strong").text()).isEqualTo("Call Center");
        assertThat(demo.models().asked())
                .extracting(asked -> asked.text())
                .noneMatch(text -> text.contains("Call Center"));
        assertThat(asker.page("/assistant/log").select(".sent-line").get(0).text())
                .contains("Channel-1");

        asker.post("/assistant/consent", "as", "choose");
        assertThat(asker.page("/assistant/consent").select("#otherwise")).hasSize(1);
    }

    @Test
    void anAnswerHasItsNumbersChartsAndWhatWasAsked(Demo demo) throws Exception {
        demo.models().always(Asker.RATES);
        Asker asker = Asker.at(demo.url());
        asker.agree();
        String chat = asker.ask(QUESTION);
        Document page = asker.page(chat);
        assertThat(page.select("h1").text()).isEqualTo(QUESTION);
        assertThat(page.select(".talk-prose a").eachAttr("href")).containsExactly("#q1");
        assertThat(page.select(".talk-prose a").attr("data-column")).isEqualTo("CTR");
        String row = page.select(".talk-prose a").attr("data-row");
        assertThat(page.select("#q1 tr[data-row=" + row + "] td").eachText()).startsWith("Call Center");
        assertThat(page.select(".talk-prose script")).isEmpty();
        assertThat(page.select(".talk-prose").text()).contains("<script>alert()</script> more");
        assertThat(page.select(".talk-chart figcaption a").attr("href"))
                .isEqualTo(page.select("#q2 [data-open]").attr("href"))
                .startsWith("/question?metric=engagement");
        assertThat(page.select("#chart-q2 script[type=application/json]")).hasSize(1);

        HttpResponse<String> saved = asker.post(page.select("#q1 form").attr("action"), "as", "question");
        assertThat(saved.headers().firstValue("Location").orElseThrow()).startsWith("/configuration/reports?draft=");
        assertThat(asker.get(chat + "/export?as=text").body())
                .startsWith("User: " + QUESTION + "\n\nAssistant: Call Center has a click-through rate of ");
        assertThat(asker.get(chat + "/export?as=markdown").body())
                .startsWith("# " + QUESTION + "\n\n## " + QUESTION + "\n\n**Call Center** has")
                .contains("[A chart](" + demo.url() + "/question?metric=engagement", "| Issue | ");
    }

    @Test
    void answersOfToolsReadAsPagesWriteThem(Demo demo) throws Exception {
        String operand = "{'metric':'engagement','score':'CTR','filters':[{'dimension':'Channel','is':['%s']}]}";
        String compute = "{'operation':'difference','operands':[" + operand.formatted("Web") + ","
                + operand.formatted("Email") + "]}";
        demo.models()
                .always(asked -> asked.toolAnswers().isEmpty()
                        ? Reply.calls("list_values", "{\"metric\":\"engagement\",\"dimension\":\"Channel\"}")
                                .calling("compute", compute.replace('\'', '"'))
                                .calling(
                                        "draw_chart",
                                        "{\"metric\":\"engagement\",\"group_by\":[\"Issue\"],\"scores\":[\"CTR\"]}")
                        : Reply.says(
                                "Web has " + asked.toolAnswers().get(0).replaceAll(".*\"Web\",\"rows\":(\\d+).*", "$1")
                                        + " rows."));
        Asker asker = Asker.at(demo.url());
        asker.agree();
        Document page = asker.page(asker.ask(QUESTION));

        assertThat(page.select("#q1 th").eachAttr("data-column")).containsExactly("Channel", "rows");
        assertThat(page.select(".talk-prose a").attr("data-column")).isEqualTo("rows");
        String row = page.select(".talk-prose a").attr("data-row");
        assertThat(page.select("#q1 tr[data-row=" + row + "] td").eachText())
                .first()
                .isEqualTo("Web");
        assertThat(page.select("#q1 tr[data-row=" + row + "] td.num").text()).matches("\\d{1,3}(,\\d{3})+");
        assertThat(page.select("#q2 [data-field=CTR] dd").eachText())
                .hasSize(2)
                .allMatch(text -> text.matches("\\d\\.\\d+.%"));
        assertThat(page.select("#q2 [data-field=value] dd").text()).endsWith("pp");
        assertThat(page.select("#q2 [data-field=beyond_chance] dd").text()).isIn("yes", "no");
        assertThat(page.select("#q2 dt, #q3 dt").eachText()).doesNotContain("page", "shown", "options");
    }

    @Test
    void aChatIsKnownToItsBrowserAlone(Demo demo) throws Exception {
        demo.models().always(Asker.RATES);
        Asker asker = Asker.at(demo.url());
        Asker other = Asker.at(demo.url());
        asker.agree();
        String chat = asker.ask(QUESTION);
        other.ask("plain");
        for (String path : List.of(chat, chat + "/export")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String what : List.of("stop", "rename", "rate", "back", "delete", "restore")) {
            assertThat(other.post(chat + "/" + what, "name", "Mine", "rating", "up")
                            .statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(other.post("/assistant/ask", "chat", chat.substring(11), "question", "Hi")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.page("/assistant").select(".chat-name").eachText()).containsExactly("plain");

        Asker foreign = new Asker(demo.url(), "", asker.client());
        assertThat(foreign.post(chat + "/delete").statusCode()).isEqualTo(403);
        assertThat(asker.page(chat).select(".talk-exchange")).hasSize(1);
    }

    @Test
    void chatsAreNamedRatedFoundAskedAnewDeletedAndBroughtBack(Demo demo) throws Exception {
        demo.models().always(Asker.RATES);
        Asker asker = Asker.at(demo.url());
        asker.agree();
        String chat = asker.ask(QUESTION);
        asker.post(chat + "/rename", "name", "<b>Rates</b> ");
        asker.post(chat + "/rate", "exchange", "0", "rating", "up");
        Document page = asker.page(chat);
        assertThat(page.select("h1").text()).isEqualTo("<b>Rates</b>");
        assertThat(page.select(".talk-rating [aria-pressed=true]").attr("aria-label"))
                .isEqualTo("Good answer");
        assertThat(asker.page("/assistant?search=best+CHANNEL")
                        .select(".chat-name")
                        .eachText())
                .containsExactly("<b>Rates</b>");
        assertThat(asker.page("/assistant?search=worst").select("#chat-list").text())
                .isEqualTo("No chat matches");

        demo.models().always(asked -> Reply.says("The rate is 77.7 %."));
        asker.ask("And now?", "chat", chat.substring(11), "from", "0");
        page = asker.page(chat);
        assertThat(page.select(".talk-question p").eachText()).containsExactly("And now?");
        assertThat(page.select(".talk-failure").text())
                .isEqualTo("The model's answer held numbers that the data do not show (77.7 %), so it is not shown."
                        + " Ask again, or in other words.");
        asker.post(chat + "/back");
        assertThat(asker.page(chat).select(".talk-question p").eachText()).containsExactly(QUESTION);

        String deleted =
                asker.post(chat + "/delete").headers().firstValue("Location").orElseThrow();
        page = asker.page(deleted);
        assertThat(page.select("#notice span").text()).isEqualTo("The chat \"<b>Rates</b>\" is deleted.");
        assertThat(asker.get(chat).statusCode()).isEqualTo(404);
        asker.post(page.select("#notice form").attr("action"));
        assertThat(asker.page(chat).select(".talk-question p").eachText()).containsExactly(QUESTION);
    }

    @Test
    void theKeyOfASessionGoesToTheModelAndNowhereElse(Demo demo) throws Exception {
        String key = "sk-canary-91d3";
        demo.models().always(Asker.RATES);
        Asker asker = Asker.at(demo.url());
        asker.agree();
        asker.post("/assistant/key", "key", key);
        assertThat(asker.page("/assistant").select("#own-key summary").text())
                .isEqualTo("Your own key is configured for this session");
        String chat = asker.ask(QUESTION);
        assertThat(demo.models().asked().get(0).header("authorization")).contains("Bearer " + key);
        for (String path : List.of("/assistant", chat, "/assistant/consent", "/assistant/log", chat + "/export")) {
            assertThat(asker.get(path).body()).as(path).doesNotContain(key);
        }
        asker.post("/assistant/forget");
        asker.ask(QUESTION);
        assertThat(demo.models().asked().get(demo.models().asked().size() - 1).header("authorization"))
                .contains("Bearer sk-scripted");
        assertThat(asker.post("/assistant/key", "key", "two words").body())
                .contains("what was entered is not a key")
                .doesNotContain("two words");
    }

    @Test
    void nothingIsSentOnceTheAgreementIsTakenBackOrAnother(Demo demo) throws Exception {
        Asker asker = Asker.at(demo.url());
        for (List<String> way : List.of(
                List.of("/assistant/withdraw"),
                List.of("/assistant/consent", "as", "choose", "dimension.Channel", "masked"))) {
            asker.agree();
            demo.models().always(asked -> {
                post(asker, way);
                return Reply.says("").calling("list_metrics", "{}");
            });
            int before = demo.models().asked().size();
            String chat = asker.ask(QUESTION);
            assertThat(asker.page(chat).select(".talk-failure").text())
                    .isEqualTo("Stopped before there was an answer.");
            assertThat(demo.models().asked()).hasSize(before + 1);
        }
        asker.post("/assistant/consent", "as", "choose");
    }

    /** While a model answers. */
    private static void post(Asker asker, List<String> request) {
        try {
            asker.post(request.get(0), request.stream().skip(1).toArray(String[]::new));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aQuestionThatIsRefusedBeginsNoChat(Demo demo) throws Exception {
        Asker asker = Asker.at(demo.url());
        asker.agree();
        assertThat(asker.post("/assistant/ask", "question", QUESTION, "from", "0")
                        .statusCode())
                .isEqualTo(400);
        assertThat(asker.page("/assistant").select(".chat-name")).isEmpty();
    }

    @Test
    void fiveChatsAreAnsweredAtOnceAndOneIsStopped(Demo demo) throws Exception {
        demo.models().always(asked -> Reply.says("It is as the data say.").slowly(Duration.ofSeconds(3)));
        Asker asker = Asker.at(demo.url());
        asker.agree();
        List<String> chats = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            chats.add(asker.post("/assistant/ask", "question", "Number " + i)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
        }
        assertThat(asker.post(
                                "/assistant/ask",
                                "question",
                                "More",
                                "chat",
                                chats.get(0).substring(11))
                        .body())
                .contains("The question before is still being answered; wait for its answer, or stop it");
        asker.post(chats.get(0) + "/stop");
        for (String chat : chats) {
            asker.await(chat);
        }
        assertThat(asker.page(chats.get(0)).select(".talk-failure").text())
                .isEqualTo("Stopped before there was an answer.");
        assertThat(asker.page(chats.get(4)).select(".talk-prose").text()).isEqualTo("It is as the data say.");
    }

    @Test
    void anAnswerThatCannotBeKeptLeavesTheReason(Demo demo) throws Exception {
        demo.models().always(Asker.RATES);
        Asker asker = Asker.at(demo.url());
        asker.agree();
        String chat = asker.ask(QUESTION);
        Path file = demo.file(chat.substring(11) + ".json");
        ObjectMapper json = new ObjectMapper();
        JsonNode kept = json.readTree(Files.readString(file));
        // Room for another question, and none for its answer
        int room = TextFolder.MOST_BYTES - 1_500 - (int) Files.size(file);
        ((ArrayNode) kept.at("/chat/exchanges/0/asked"))
                .addObject()
                .put("id", "q3")
                .put("tool", "list_values")
                .put("arguments", "{}")
                .put("refused", "x".repeat(room));
        Files.writeString(file, kept.toString());
        asker.ask("And now?", "chat", chat.substring(11));
        assertThat(asker.page(chat).select(".talk-failure").text())
                .isEqualTo("This chat is as long as one may be; begin another one, which can be asked the same");
    }

    @Test
    void whatWaitsIsNotSentOnceTheAgreementIsTakenBack(Demo demo) throws Exception {
        demo.models().always(asked -> Reply.says("It is as the data say.").slowly(Duration.ofSeconds(3)));
        Asker asker = Asker.at(demo.url());
        asker.agree();
        List<String> chats = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            chats.add(asker.post("/assistant/ask", "question", "Number " + i)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
        }
        asker.post("/assistant/withdraw");
        for (String chat : chats) {
            asker.await(chat);
        }
        assertThat(asker.page(chats.get(0)).select(".talk-failure").text())
                .isEqualTo("Stopped before there was an answer.");
        assertThat(asker.page(chats.get(8)).select(".talk-failure").text())
                .isEqualTo("It is not agreed yet what may be sent to openai/scripted; see \"What is sent\" first");
    }
}
