package com.cdhdashboard.assistant.chat;

import static com.cdhdashboard.assistant.chat.ScriptedModel.asks;
import static com.cdhdashboard.assistant.chat.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.privacy.Disclosed;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.assistant.privacy.SentFile;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.assistant.prose.Prose;
import com.cdhdashboard.assistant.prose.ProseHtml;
import com.cdhdashboard.assistant.prose.ProseText;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.tool.AskedData;
import com.cdhdashboard.assistant.tool.Tools;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final String BY_CHANNEL =
            "{\"metric\":\"engagement\",\"group_by\":[\"Channel\"],\"scores\":[\"CTR\",\"Count\"]}";

    private final Assistant assistant = new Assistant(Tools.all(), Limits.DEFAULT, SentLog.NONE, CLOCK);
    private final List<String> events = new ArrayList<>();
    private final Listener listener = new Listener() {
        @Override
        public void asking(String id, String tool, String arguments) {
            events.add(arguments);
        }

        @Override
        public void prose(Prose soFar) {
            events.add(ProseText.plain(soFar));
        }
    };

    private static Snapshot now() {
        return AskedData.shared().now();
    }

    private Exchange ask(LanguageModel model, String question, Chat soFar, Disclosure disclosure) {
        return assistant.answer(new Request(soFar, question, now(), disclosure), model, listener, new Cancelled());
    }

    @Test
    void maskedValuesNeverLeave() {
        Disclosure masked = Disclosure.of(List.of("Channel"), List.of());
        ScriptedModel model = new ScriptedModel(
                asks("query_metric", BY_CHANNEL),
                asks("list_values", "{\"metric\":\"engagement\",\"dimension\":\"Channel\"}"),
                asks(
                        "query_metric",
                        "{\"metric\":\"engagement\",\"scores\":[\"CTR\"],\"filters\":[{\"dimension\":\"Channel\",\"is\":[\"Channel-2\"]}]}"),
                says("Channel-1 has 13 %, *Channel-2* has 2.3 %, Channel-77 and"),
                says("Channel-1 has 13 %, *Channel-2* has 2.3 %."));
        Chat before = Chat.EMPTY.with(new Exchange(
                "What of web?",
                List.of(new Asked("q1", "query_metric", "{\"is\":\"Web\"}", new Asked.Refused("no Web"))),
                new Exchange.Failure("Web it is"),
                new Exchange.Effort(1, 0, 0, Duration.ZERO),
                CLOCK.instant(),
                "m"));
        Exchange exchange = ask(model, "Is CALL CENTER better than Email?", before, masked);
        assertThat(ProseHtml.of(((Exchange.Answer) exchange.outcome()).prose()))
                .startsWith("<p>Call Center has <a")
                .contains("<em>Email</em> has <a");
        assertThat(exchange.asked().get(2).arguments()).contains("[\"Email\"]");
        assertThat(exchange.asked()).allMatch(asked -> asked.answer().isPresent());
        assertThat(model.sent())
                .contains("Is Channel-1 better than Channel-2?")
                .doesNotContainIgnoringCase("call center")
                .doesNotContainPattern("(?i)\\b(web|email|mobile)\\b");
        assertThat(events).noneMatch(event -> event.contains("Channel-"));
    }

    @Test
    void withheldDimensionsAreNotNamed() {
        Disclosure withheld = Disclosure.of(List.of(), List.of("Channel", "Arm"));
        ScriptedModel model = new ScriptedModel(
                asks("query_metric", BY_CHANNEL),
                asks("list_metrics", "{}"),
                asks("describe_metric", "{\"metric\":\"engagement\"}"),
                asks("get_report", "{\"key\":\"ctr_by_group\"}"),
                asks("list_values", "{\"metric\":\"engagement\",\"dimension\":\"Channel\"}"),
                asks("query_customers", "{\"group_by\":[\"Arm\"]}"),
                asks("list_reports", "{}"),
                asks("data_health", "{}"),
                says("I cannot tell."));
        Exchange exchange = ask(model, "CTR by channel?", Chat.EMPTY, withheld);
        assertThat(exchange.asked())
                .extracting(asked -> asked.answer().isPresent())
                .containsExactly(false, true, true, false, false, false, true, true);
        String told = model.prompts().stream()
                .flatMap(prompt -> prompt.messages().stream())
                .filter(message -> message instanceof Message.ToolResult)
                .map(ScriptedModel::text)
                .collect(Collectors.joining("\n"));
        assertThat(told + model.prompts().get(0).instructions().replace("such as Channel-1", ""))
                .doesNotContain("Channel", "Arm", "Web", "Email", "Call Center", AskedData.HOSTILE);
    }

    @Test
    void customersAreNeverTold() {
        ScriptedModel model = new ScriptedModel(
                asks("query_customers", "{}"),
                asks("query_customers", "{\"group_by\":[\"CustomerID\"]}"),
                asks("get_report", "{\"key\":\"segments\"}"),
                asks("get_report", "{\"key\":\"exposure\"}"),
                asks("list_values", "{\"metric\":\"clv\",\"dimension\":\"CustomerID\"}"),
                says("Done."));
        ask(model, "Who is SECRET-001?", Chat.EMPTY, Disclosure.ALL);
        assertThat(model.sent().replace("Who is SECRET-001?", "")).doesNotContain("SECRET-", "H-1-1");
    }

    @Test
    void whatCanBeSentIsWhatIsSent() {
        Disclosed disclosed = assistant.disclosed(now(), Disclosure.of(List.of("Channel"), List.of("Group")));
        ScriptedModel model = new ScriptedModel(says("Hello."));
        ask(model, "Hi", Chat.EMPTY, Disclosure.of(List.of("Channel"), List.of("Group")));
        assertThat(model.prompts().get(0).instructions())
                .isEqualTo(disclosed.prompt().instructions());
        assertThat(model.prompts().get(0).tools()).isEqualTo(disclosed.prompt().tools());
        assertThat(disclosed.dimensions())
                .contains(new Disclosed.Dimension(
                        "Channel",
                        Disclosure.Treatment.MASKED,
                        4,
                        List.of("Channel-1", "Channel-2", "Channel-3", "Channel-4")))
                .anyMatch(each -> each.name().equals("Group") && each.examples().isEmpty())
                .anyMatch(
                        each -> each.name().equals("Issue") && !each.examples().isEmpty());
        assertThat(disclosed.fingerprint())
                .hasSize(64)
                .isEqualTo(assistant
                        .disclosed(now(), Disclosure.of(List.of("Channel"), List.of("Group")))
                        .fingerprint())
                .isNotEqualTo(assistant.disclosed(now(), Disclosure.ALL).fingerprint());
    }

    @Test
    void whatIsSentIsLoggedBefore() {
        List<SentLog.Sent> sent = new ArrayList<>();
        ScriptedModel model = new ScriptedModel(says("Hello."));
        new Assistant(Tools.all(), Limits.DEFAULT, sent::add, CLOCK)
                .answer(new Request(Chat.EMPTY, "Hi", now(), Disclosure.ALL), model, listener, new Cancelled());
        assertThat(sent)
                .containsExactly(new SentLog.Sent(
                        CLOCK.instant(),
                        "test/scripted",
                        "chat",
                        model.prompts().get(0)));
    }

    private Chat chat() {
        ScriptedModel model = new ScriptedModel(
                asks("query_metric", BY_CHANNEL.replace("Channel", "Day")),
                asks("query_metric", "{\"metric\":\"experiment\"}"),
                asks("query_metric", "{\"metric\":\"nothing\"}"),
                says(
                        "On **2024-12-20** it was so.\n\n1. `a`\n2. *b*\n\n| x | y |\n|---|---|\n| a | b |\n\n# Head\n\nEnd\\\nof it"));
        return Chat.EMPTY
                .with(ask(model, "Why?", Chat.EMPTY, Disclosure.ALL))
                .with(ask(new ScriptedModel(says("99")), "How\nmany <b>?", Chat.EMPTY, Disclosure.ALL));
    }

    @Test
    void chatsAreKeptWithValues() {
        Chat chat = chat();
        ObjectNode json = ChatJson.write(chat);
        Chat read = ChatJson.read(reread(json));
        assertThat(Content.text(ChatJson.write(read))).isEqualTo(Content.text(json));
        assertThat(read.exchanges().get(0).asked().get(0).answer().orElseThrow().table())
                .isEqualTo(chat.exchanges()
                        .get(0)
                        .asked()
                        .get(0)
                        .answer()
                        .orElseThrow()
                        .table());
        assertThat(read.exchanges().get(0).outcome())
                .isEqualTo(chat.exchanges().get(0).outcome());
        assertThatThrownBy(() -> ChatJson.read(Content.object().put("version", 2)))
                .hasMessage("it is no chat of version 1, which this program reads, but of \"2\"");
    }

    @Test
    void chatsAreExported() {
        Chat read = chat();
        assertThat(ChatText.plain(read))
                .startsWith(
                        "User: Why?\n\nAssistant: On 2024-12-20 it was so.\n\n1. a\n2. b\n\nx\ty\na\tb\n\nHead\n\nEnd\nof it\n\n"
                                + "User: How\nmany <b>?\n\nAssistant: The model's answer held numbers");
        assertThat(ChatText.markdown(read, chart -> ""))
                .startsWith(
                        "## Why?\n\nOn **2024-12-20** it was so.\n\n1. `a`\n2. *b*\n\n| x | y |\n| --- | --- |\n| a | b |")
                .contains("- q3: `query_metric {\"metric\":\"nothing\"}`\n\n## How many \\<b>?\n\n*The model's");
    }

    private static JsonNode reread(ObjectNode json) {
        try {
            return new ObjectMapper().readTree(Content.text(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void firstQuestionsAreOfTheData() {
        assertThat(Suggestions.of(now(), Disclosure.ALL))
                .containsExactly(
                        "Which Channel has the best click-through rate?",
                        "Which Group has the best click-through rate?",
                        "How did the conversion rate change by day?",
                        "How well do the models predict, by PropensitySource?",
                        "What is the median of Propensity by Channel?",
                        "Which experiments have a significant result?");
        assertThat(Suggestions.of(now(), Disclosure.of(List.of(), List.of("Channel"))))
                .noneMatch(question -> question.contains("Channel"));
    }

    @Test
    void whatACrashCutOffTakesNothingElseAlong(@TempDir Path folder) throws IOException {
        SentFile log = new SentFile(folder);
        Prompt prompt = new Prompt("Be short.", List.of(new Message.Question("Hi")), List.of(), Optional.empty());
        log.add(new SentLog.Sent(CLOCK.instant(), "openai/any", "before", prompt));
        // Half of an é at its end
        Files.write(folder.resolve("sent.jsonl"), new byte[] {'{', '"', (byte) 0xc3}, StandardOpenOption.APPEND);
        log.add(new SentLog.Sent(CLOCK.instant(), "openai/any", "after", prompt));
        assertThat(log.newest(3)).extracting(SentFile.Entry::purpose).containsExactly("after", "before");
    }

    @Test
    void whatWasSentCanBeRead(@TempDir Path folder) throws IOException {
        SentFile log = new SentFile(folder, 60_000);
        ScriptedModel model = new ScriptedModel(asks("list_metrics", "{}"), says("Hello."));
        Assistant logging = new Assistant(Tools.all(), Limits.DEFAULT, log, CLOCK);
        for (int i = 0; i < 20; i++) {
            logging.answer(
                    new Request(Chat.EMPTY, "Hi " + i, now(), Disclosure.ALL),
                    model,
                    new Listener() {},
                    new Cancelled());
        }
        Files.writeString(folder.resolve("sent.jsonl"), "{\"at\":\"20", StandardOpenOption.APPEND);
        List<SentFile.Entry> entries = log.newest(4);
        assertThat(entries.get(0).messages()).containsExactly(new SentFile.Said("question", "Hi 19"));
        assertThat(entries.get(0).instructions())
                .isEqualTo(model.prompts().get(0).instructions());
        assertThat(entries.get(0).tools()).isEqualTo(Tools.all().names());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2).allMatch(file -> file.toFile().length() <= 60_100);
        }
    }
}
