package com.cdhdashboard.assistant.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.scripted.Asked;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderAnswersTest {
    private static final String TEXT = "Web has “12.5 %” – 4 € more\nthan mail.";
    private static final String FIRST = "{\"metric\":\"engagement\",\"limit\":12}";
    private static final String SECOND = "{\"metric\":\"conversion\"}";

    private static ScriptedModels scripted;

    @BeforeAll
    static void start() {
        scripted = ScriptedModels.start();
    }

    @AfterAll
    static void end() {
        scripted.close();
    }

    @ParameterizedTest
    @EnumSource
    void textArrivesAsItIsWritten(ProviderForm form) {
        scripted.script(Reply.says(TEXT).inPiecesOf(5));
        List<String> pieces = new ArrayList<>();

        Turn turn = new Asking(scripted, form, "")
                .model()
                .answer(Asking.prompt(new Message.Question("Which is best?")), pieces::add, new Cancelled());

        assertThat(turn).isEqualTo(new Turn(TEXT, List.of(), new Turn.Usage(100, 20), false));
        assertThat(String.join("", pieces)).isEqualTo(TEXT);
        assertThat(pieces).hasSize(form.inPieces() ? 8 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void toolsAreAskedForAndAnswered(ProviderForm form) {
        scripted.script(
                Reply.says("Let me look.")
                        .calling("query_metric", FIRST)
                        .calling("query_metric", SECOND)
                        .inPiecesOf(3),
                Reply.says("Done."));
        Asking asking = new Asking(scripted, form, "");

        Turn turn = asking.ask(new Message.Question("Which is best?"));

        assertThat(turn.text()).isEqualTo("Let me look.");
        assertThat(turn.calls().stream().map(ToolCall::name)).containsExactly("query_metric", "query_metric");
        assertThat(turn.calls().stream().map(call -> Asking.json(call.arguments())))
                .containsExactly(Asking.json(FIRST), Asking.json(SECOND));
        assertThat(turn.calls().stream().map(ToolCall::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> !id.isBlank());

        Turn next = asking.ask(
                new Message.Question("Which is best?"),
                new Message.Answer(turn.text(), turn.calls()),
                new Message.ToolResult(turn.calls().get(0), "{\"CTR\":0.125}", false),
                new Message.ToolResult(turn.calls().get(1), "{\"error\":\"no such metric\"}", true));

        assertThat(next.text()).isEqualTo("Done.");
        Asked asked = scripted.asked().get(1);
        assertThat(asked.text()).contains("Let me look.", "0.125", "no such metric", "Which is best?");
        if (form.hasIds()) {
            turn.calls()
                    .forEach(call -> assertThat(asked.text().split('"' + call.id() + '"', -1))
                            .hasSize(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentIsThePromptAndTheKeyIsInAHeader(ProviderForm form) {
        scripted.script(Reply.says(TEXT));

        new Asking(scripted, form, "max_tokens = 77\n[defaults.extra_params]\ntop_k = 5\n")
                .ask(new Message.Question("Which is best?"));

        Asked asked = scripted.asked().get(0);
        String header = switch (form) {
            case OPENAI, OPENAI_WHOLE, RESPONSES, RESPONSES_WHOLE, OLLAMA, OLLAMA_WHOLE -> "authorization";
            case AZURE, AZURE_WHOLE -> "api-key";
            case ANTHROPIC, ANTHROPIC_WHOLE -> "x-api-key";
            case GEMINI, GEMINI_WHOLE -> "x-goog-api-key";
        };
        assertThat(asked.header(header).map(value -> value.replace("Bearer ", "")))
                .contains(Asking.KEY);
        assertThat(asked.path()).doesNotContain(Asking.KEY);
        assertThat(asked.text()).doesNotContain(Asking.KEY);
        assertThat(asked.text())
                .contains(
                        "Answer briefly.",
                        "Which is best?",
                        "query_metric",
                        "Numbers of a metric.",
                        "engagement",
                        "77");
        assertThat(asked.body().path("top_k").asInt()).isEqualTo(5);
        assertThat(asked.path())
                .isEqualTo(
                        switch (form) {
                            case OPENAI, OPENAI_WHOLE -> "/v1/chat/completions";
                            case RESPONSES, RESPONSES_WHOLE -> "/v1/responses";
                            case AZURE, AZURE_WHOLE ->
                                "/openai/deployments/scripted/chat/completions?api-version=2024-10-21";
                            case ANTHROPIC, ANTHROPIC_WHOLE -> "/v1/messages";
                            case GEMINI -> "/v1beta/models/scripted:streamGenerateContent?alt=sse";
                            case GEMINI_WHOLE -> "/v1beta/models/scripted:generateContent";
                            case OLLAMA, OLLAMA_WHOLE -> "/api/chat";
                        });
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsBoundToASchema(ProviderForm form) {
        scripted.script(Reply.says("{\"color\":\"red\"}"), Reply.says("{\"color\":\"red\"}"));
        Prompt prompt = new Prompt(
                "Answer as data.",
                List.of(new Message.Question("A colour?")),
                List.of(),
                Optional.of(
                        Asking.json("{\"type\":\"object\",\"properties\":{\"color\":{\"type\":\"string\",\"pattern\":"
                                + "\"^[a-z]+$\"}},\"required\":[\"color\"],\"additionalProperties\":false}")));

        Turn bound = new Asking(scripted, form, "").model().answer(prompt, piece -> {}, new Cancelled());
        Turn told = new Asking(scripted, form, "schema_answers = \"prompt\"\n")
                .model()
                .answer(prompt, piece -> {}, new Cancelled());

        assertThat(bound.text()).isEqualTo("{\"color\":\"red\"}");
        assertThat(told.text()).isEqualTo("{\"color\":\"red\"}");
        String where = switch (form) {
            case OPENAI, OPENAI_WHOLE, AZURE, AZURE_WHOLE -> "/response_format/json_schema/schema";
            case RESPONSES, RESPONSES_WHOLE -> "/text/format/schema";
            case ANTHROPIC, ANTHROPIC_WHOLE -> "/output_config/format/schema";
            case GEMINI, GEMINI_WHOLE -> "/generationConfig/responseJsonSchema";
            case OLLAMA, OLLAMA_WHOLE -> "/format";
        };
        assertThat(scripted.asked()
                        .get(0)
                        .body()
                        .at(where)
                        .at("/properties/color/pattern")
                        .asText())
                .as(scripted.asked().get(0).text())
                .isEqualTo("^[a-z]+$");
        assertThat(scripted.asked().get(1).body().at(where).isMissingNode()).isTrue();
        assertThat(scripted.asked().get(1).text()).contains("must fit this JSON Schema", "^[a-z]+$");
    }

    @Test
    void anOlderServerIsToldTheSchemaInItsWay() {
        scripted.script(Reply.says("{}"));
        Prompt prompt = new Prompt(
                "Answer as data.",
                List.of(new Message.Question("A colour?")),
                List.of(),
                Optional.of(Asking.json("{\"type\":\"object\"}")));

        new Asking(scripted, ProviderForm.OPENAI, "schema_answers = \"json_object\"\n")
                .model()
                .answer(prompt, piece -> {}, new Cancelled());

        assertThat(scripted.asked().get(0).body().path("response_format"))
                .isEqualTo(Asking.json("{\"type\":\"json_object\",\"schema\":{\"type\":\"object\"}}"));
        assertThat(scripted.asked().get(0).text()).contains("must fit this JSON Schema");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerCutAtTheLimitOfTokensIsSaidToBe(ProviderForm form) {
        scripted.script(Reply.says(TEXT).cutShort());

        assertThat(new Asking(scripted, form, "").ask(new Message.Question("?")).cut())
                .isTrue();
    }
}
