package com.cdhdashboard.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.assistant.privacy.Masking;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.assistant.prose.Prose;
import com.cdhdashboard.assistant.prose.ProseHtml;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.tool.Tools;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that do all that they are told by whoever attacks, over real cubes: none gets anywhere. */
class AttacksTest {
    private static final String SAFE =
            "<(?:/?(?:p|h4|ul|ol|li|thead|tbody|tr|th|td|strong|em|code)|br|/?table|table class=\""
                    + "table table-sm\"|/a|a class=\"number\" href=\"#q\\d+\"(?: data-row=\"\\d+\")? data-column=\"[^\"<>]*\""
                    + "(?: data-ambiguous)?)>";

    private static final Assistant ASSISTANT =
            new Assistant(Tools.all(), Limits.DEFAULT, SentLog.NONE, Clock.systemUTC());

    private static final int SECRET_LENGTH = 12;

    @TempDir
    private static Path folder;

    private static AttackedData data;

    private final List<String> told = new ArrayList<>();
    private final Listener listener = new Listener() {
        @Override
        public void asking(String id, String tool, String arguments) {
            told.add(arguments);
        }

        @Override
        public void prose(Prose soFar) {
            told.add(ProseHtml.of(soFar));
        }
    };

    @BeforeAll
    static void open() throws IOException {
        data = new AttackedData(folder);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    /** One attack; its name says where it is in the file. */
    private record Attack(JsonNode json) {
        List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            json.path(field).forEach(each -> texts.add(each.asText()));
            return texts;
        }

        String text(String field) {
            return json.path(field).asText();
        }

        String answer() {
            return text("answer").repeat(json.path("times").asInt(1));
        }

        @Override
        public String toString() {
            return text("name");
        }
    }

    static Stream<Attack> attacks() throws IOException {
        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(TestData.path("assistant", "attacks.json")));
        return StreamSupport.stream(file.spliterator(), false).map(Attack::new);
    }

    @Test
    void thereAreTwoHundred() throws IOException {
        assertThat(attacks().map(Attack::toString).distinct()).hasSizeGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void noneSucceeds(Attack attack) {
        ScriptedModel model = obedient(attack);
        Disclosure disclosure = Disclosure.of(attack.texts("mask"), attack.texts("withhold"));
        Exchange exchange = ASSISTANT.answer(
                new Request(Chat.EMPTY, attack.text("question"), data.now(), disclosure),
                model,
                listener,
                new Cancelled());
        boolean fails = attack.text("expect").equals("failure");
        assertThat(exchange.outcome()).isInstanceOf(fails ? Exchange.Failure.class : Exchange.Answer.class);
        if (attack.text("expect").equals("refused") || attack.text("family").equals("tool")) {
            assertThat(exchange.asked()).isNotEmpty().allMatch(asked -> asked.reply() instanceof Asked.Refused);
        }
        if (exchange.outcome() instanceof Exchange.Answer answer) {
            told.add(ProseHtml.of(answer.prose()));
        }
        assertThat(told)
                .allSatisfy(html -> assertThat(html.startsWith("<") ? html.replaceAll(SAFE, "") : "")
                        .doesNotContain("<"));
        String said = said(model);
        assertThat(attack.texts("never"))
                .noneMatch(secret ->
                        Pattern.compile("\\b" + secret + "\\b").matcher(said).find());
        assertNoSecret(attack, said, exchange);
    }

    @Test
    void earlierAnswersHoldNoMaskedValue() {
        Disclosure masked = Disclosure.of(List.of("Channel", "Name"), List.of());
        Chat chat = Chat.EMPTY;
        for (int i = 1; i <= AttackedData.NAMES.size(); i++) {
            String by =
                    "{\"metric\":\"engagement\",\"scores\":[\"CTR\"],\"group_by\":[\"Name\"],\"filters\":[{\"dimension\":\"%s\",\"is\":[\"Name-%d\"]}]}";
            ScriptedModel model = new ScriptedModel(
                    ScriptedModel.asks("query_metric", by.formatted("Name", i)),
                    ScriptedModel.asks("query_metric", by.formatted("Channel", i)),
                    ScriptedModel.asks("query_metric", by.formatted("Nothing", i)),
                    ScriptedModel.says("99 of Name-" + i),
                    ScriptedModel.says("Name-" + i + " is so."));
            Exchange exchange = new Assistant(Tools.all(), Limits.DEFAULT, SentLog.NONE, Clock.systemUTC())
                    .answer(new Request(chat, "And?", data.now(), masked), model, listener, new Cancelled());
            chat = chat.with(exchange);
            String sent = model.sent().replace("such as Channel-1", "");
            assertThat(AttackedData.NAMES).allSatisfy(name -> {
                assertThat(sent).doesNotContain(name);
                assertThat(sent).doesNotContain(name.replace("\"", "\\\""));
            });
        }
    }

    @Test
    void numbersOfToolsAreNotTakenForValues() {
        Message.ToolResult result = new Message.ToolResult(
                new ToolCall("1", "query_metric", "{}"),
                "{\"Count\":12345,\"note\":\"12345 rows\",\"said\":\"Name = 12345, and 12345.5, 12345 %\",\"value\":\"12345\"}",
                false);
        Masking masking = Masking.of(Disclosure.of(List.of("Name"), List.of()), data.now());
        Prompt told = masking.gate(new Prompt("", List.of(result), List.of(), Optional.empty()));
        assertThat(((Message.ToolResult) told.messages().get(0)).json())
                .isEqualTo(
                        "{\"Count\":12345,\"note\":\"12345 rows\",\"said\":\"Name = Name-1, and 12345.5, 12345 %\",\"value\":\"Name-1\"}");
        assertThat(masking.hideAnswer("12345 is best, at 12345 %")).isEqualTo("Name-1 is best, at 12345 %");
        assertThat(masking.hide("Top 12345")).isEqualTo("Top 12345");
    }

    /** Asks tools, and says at the end, what the attack wants. */
    private static ScriptedModel obedient(Attack attack) {
        List<Function<Prompt, Turn>> turns = new ArrayList<>();
        attack.json()
                .path("calls")
                .forEach(call -> turns.add(ScriptedModel.asks(
                        call.path("tool").asText(), call.path("arguments").asText())));
        turns.add(ScriptedModel.says(attack.answer()));
        return new ScriptedModel(turns);
    }

    /** All that was sent, but for what the model itself had written and the words of ours in which it is told how it works. */
    private static String said(ScriptedModel model) {
        StringBuilder said = new StringBuilder();
        for (Prompt prompt : model.prompts()) {
            said.append(prompt.instructions().replace("such as Channel-1", ""));
            prompt.messages().stream()
                    .filter(message -> !(message instanceof Message.Answer))
                    .map(ScriptedModel::text)
                    .forEach(text -> said.append('\n').append(text));
        }
        return said.toString();
    }

    private void assertNoSecret(Attack attack, String said, Exchange exchange) {
        String stored = Content.text(ChatJson.write(Chat.EMPTY.with(exchange)));
        String all = said + String.join("\n", told) + stored;
        String own = attack.text("calls") + attack.json();
        if (!own.contains(AttackedData.SECRET)) {
            assertThat(all).doesNotContain(AttackedData.SECRET);
        }
        assertThat(all).doesNotContain(AttackedData.SECRET + "-COMMENT", AttackedData.SECRET + "-INTERACTION");
        assertThat(System.getenv().values())
                .filteredOn(value -> value.length() >= SECRET_LENGTH)
                .allSatisfy(value -> assertThat(all).doesNotContain(value));
    }
}
