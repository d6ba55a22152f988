package com.cdhdashboard.assistant.chat;

import static com.cdhdashboard.assistant.chat.ScriptedModel.asks;
import static com.cdhdashboard.assistant.chat.ScriptedModel.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.assistant.prose.Prose;
import com.cdhdashboard.assistant.prose.ProseHtml;
import com.cdhdashboard.assistant.prose.ProseText;
import com.cdhdashboard.assistant.tool.AskedData;
import com.cdhdashboard.assistant.tool.Tools;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AssistantTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final String BY_CHANNEL =
            "{\"metric\":\"engagement\",\"group_by\":[\"Channel\"],\"scores\":[\"CTR\",\"Count\"]}";

    private final Assistant assistant = new Assistant(Tools.all(), Limits.DEFAULT, SentLog.NONE, CLOCK);
    private final List<String> events = new ArrayList<>();

    private final Listener listener = new Listener() {
        @Override
        public void asking(String id, String tool, String arguments) {
            events.add("asking " + id + " " + tool);
        }

        @Override
        public void asked(Asked asked) {
            events.add("asked " + asked.id());
        }

        @Override
        public void prose(Prose soFar) {
            events.add("prose " + ProseText.plain(soFar));
        }

        @Override
        public void restarted(String reason) {
            events.add("restarted " + reason);
        }

        @Override
        public void finished(Exchange exchange) {
            events.add("finished");
        }
    };

    private static Snapshot now() {
        return AskedData.shared().now();
    }

    private Exchange ask(LanguageModel model, String question) {
        return ask(model, question, Chat.EMPTY, Disclosure.ALL);
    }

    private Exchange ask(LanguageModel model, String question, Chat soFar, Disclosure disclosure) {
        return assistant.answer(new Request(soFar, question, now(), disclosure), model, listener, new Cancelled());
    }

    private static String html(Exchange exchange) {
        return exchange.outcome() instanceof Exchange.Answer answer
                ? ProseHtml.of(answer.prose())
                : ((Exchange.Failure) exchange.outcome()).sentence();
    }

    @Test
    void aNumberOfAnAnswerIsALink() {
        ScriptedModel model = new ScriptedModel(
                asks("query_metric", BY_CHANNEL), says("Call Center leads with **13 %**. Email is last with 2.3 %."));
        Exchange exchange = ask(model, "CTR by channel?");
        assertThat(html(exchange))
                .isEqualTo("<p>Call Center leads with <strong><a class=\"number\" href=\"#q1\" data-row=\"0\""
                        + " data-column=\"CTR\">13 %</a></strong>. Email is last with <a class=\"number\" href=\"#q1\""
                        + " data-row=\"1\" data-column=\"CTR\">2.3 %</a>.</p>");
        assertThat(events)
                .containsExactly(
                        "asking q1 query_metric",
                        "asked q1",
                        "prose Call Center leads with 13 %.",
                        "prose Call Center leads with 13 %. Email is last with 2.3 %.",
                        "finished");
        assertThat(exchange.effort()).isEqualTo(new Exchange.Effort(2, 200, 20, Duration.ZERO));
    }

    @Test
    void aWrongNumberGoesBackToTheModel() {
        ScriptedModel model = new ScriptedModel(
                asks("query_metric", BY_CHANNEL), says("It differs. Email has 9.9 %. More."), says("Email has 2.3 %."));
        assertThat(html(ask(model, "CTR by channel?"))).contains(">2.3 %</a>");
        assertThat(events)
                .contains(
                        "prose It differs.",
                        "restarted The answer had numbers that no tool answered; it is written anew.")
                .noneMatch(event -> event.contains("9.9"));
        assertThat(ScriptedModel.text(model.prompts().get(2).messages().get(4)))
                .contains("- \"9.9 %\" in \"Email has 9.9 %.\": no tool answered this number at this precision");
    }

    @Test
    void whoeverIsWrongThreeTimesFails() {
        ScriptedModel model =
                new ScriptedModel(asks("query_metric", BY_CHANNEL), says("Email has 9.9 % and 77 customers."));
        assertThat(html(ask(model, "CTR by channel?")))
                .isEqualTo(
                        "The model's answer held numbers that the data do not show (9.9 %, 77), so it is not shown. Ask"
                                + " again, or in other words.");
        assertThat(model.prompts()).hasSize(4);
    }

    @Test
    void whatModelsDoWrongIsSaid() {
        assertThat(html(ask(new ScriptedModel(asks("list_metrics", "{}")), "Hi")))
                .isEqualTo("The model took 12 turns and did not come to an answer; ask something narrower.");
        assertThat(html(ask(new ScriptedModel(says(" ")), "Hi")))
                .isEqualTo("The model gave an empty answer. Ask again, or in other words.");
        ScriptedModel confused = new ScriptedModel(
                asks("read_file", "{\"path\":\"/etc/passwd\"}"),
                asks("query_metric", "{\"metric\":"),
                asks("query_metric", "[".repeat(5000)),
                asks("query_metric", "{\"metric\":\"engagement\",\"sql\":\"SELECT 1\"}"),
                says("I cannot do that."));
        Exchange exchange = ask(confused, "Hi");
        assertThat(html(exchange)).isEqualTo("<p>I cannot do that.</p>");
        assertThat(exchange.asked()).hasSize(4).allMatch(asked -> asked.reply() instanceof Asked.Refused);
        assertThat(confused.sent()).contains("\\\"read_file\\\" is not a tool");
    }

    @Test
    void whatPeopleDoWrongIsSaid() {
        ScriptedModel model = new ScriptedModel(says("Hello"));
        assertThat(html(ask(model, "  "))).isEqualTo("The question is empty; write what you want to know.");
        assertThat(html(ask(model, "x".repeat(4001))))
                .isEqualTo("The question has 4001 characters; at most 4000 can be asked at once.");
        assertThat(model.prompts()).isEmpty();
    }

    @Test
    void whatEndsEarlySaysWhy() {
        LanguageModel broken = new ScriptedModel(prompt -> {
            throw new ModelException(ModelException.Reason.UNAVAILABLE, "The provider is too busy; try again later.");
        });
        assertThat(html(ask(broken, "Hi"))).isEqualTo("The provider is too busy; try again later.");
        LanguageModel defect = new ScriptedModel(prompt -> {
            throw new IllegalStateException("defect");
        });
        assertThat(html(ask(defect, "Hi")))
                .isEqualTo("The program failed at this question; the log says why. Ask in other words.");
        Cancelled cancelled = new Cancelled();
        cancelled.cancel();
        Exchange stopped =
                assistant.answer(new Request(Chat.EMPTY, "Hi", now(), Disclosure.ALL), broken, listener, cancelled);
        assertThat(html(stopped)).isEqualTo("Stopped before there was an answer.");
        ScriptedModel cut = new ScriptedModel(prompt -> new Turn("Half of", List.of(), new Turn.Usage(0, 0), true));
        assertThat(html(ask(cut, "Hi")))
                .isEqualTo(
                        "The answer was cut off at the model's limit of tokens; ask for less, or raise max_tokens in the"
                                + " file of models.");
    }

    @Test
    void noToolIsAskedOnceItIsStopped() {
        ScriptedModel model = new ScriptedModel(prompt -> new Turn(
                "",
                List.of(new ToolCall("a", "list_metrics", "{}"), new ToolCall("b", "list_reports", "{}")),
                new Turn.Usage(0, 0),
                false));
        Cancelled cancelled = new Cancelled();
        Listener stopping = new Listener() {
            @Override
            public void asked(Asked asked) {
                cancelled.cancel();
            }
        };
        Exchange stopped =
                assistant.answer(new Request(Chat.EMPTY, "Hi", now(), Disclosure.ALL), model, stopping, cancelled);
        assertThat(stopped.asked()).extracting(Asked::tool).containsExactly("list_metrics");
        assertThat(html(stopped)).isEqualTo("Stopped before there was an answer.");
    }

    @Test
    void timeIsLimited() {
        Limits quick = new Limits(3, 3, 1, Duration.ofMillis(50), 100, 1000, 1);
        LanguageModel slow = new LanguageModel() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public Turn answer(Prompt prompt, Consumer<String> pieces, Cancelled cancelled) {
                CountDownLatch over = new CountDownLatch(1);
                cancelled.whenCancelled(over::countDown);
                try {
                    over.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                throw new ModelException(ModelException.Reason.CANCELLED, "cancelled");
            }
        };
        Exchange exchange = new Assistant(Tools.all(), quick, SentLog.NONE, CLOCK)
                .answer(new Request(Chat.EMPTY, "Hi", now(), Disclosure.ALL), slow, listener, new Cancelled());
        assertThat(html(exchange)).isEqualTo("There was no answer within 0 seconds; ask something narrower.");
    }

    @Test
    void laterQuestionsKnowTextsButNoRows() {
        Chat chat = Chat.EMPTY;
        for (int i = 0; i < 12; i++) {
            ScriptedModel model =
                    new ScriptedModel(asks("query_metric", BY_CHANNEL), says(i == 11 ? "9 of 99" : "Email has 2.3 %."));
            chat = chat.with(ask(model, "Question " + i, chat, Disclosure.ALL));
        }
        ScriptedModel last = new ScriptedModel(says("Email had 2.3 %, as I said."));
        Exchange exchange = ask(last, "And?", chat, Disclosure.ALL);
        assertThat(html(exchange)).contains("href=\"#q12\"");
        assertThat(last.prompts().get(0).messages()).hasSize(21);
        assertThat(last.sent())
                .contains(
                        "Question 2\n(Looked up: query_metric {\"metric\":\"engagement\"",
                        "Email has 2.3 %.",
                        "(No answer.)")
                .doesNotContain("Question 1\n", "1521", "0.0230");
    }
}
