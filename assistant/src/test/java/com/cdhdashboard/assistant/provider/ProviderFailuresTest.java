package com.cdhdashboard.assistant.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.ModelException.Reason;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.assistant.settings.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderFailuresTest {
    private static final Message ASKED = new Message.Question("What is the share of our secret campaign in May?");

    private static ScriptedModels scripted;

    @BeforeAll
    static void start() {
        scripted = ScriptedModels.start();
    }

    @AfterAll
    static void end() {
        scripted.close();
    }

    private static ModelException failure(Asking asking) {
        return catchThrowableOfType(ModelException.class, () -> asking.ask(ASKED));
    }

    static Stream<Arguments> statuses() {
        List<Arguments> cases = List.of(
                Arguments.of(
                        401,
                        Reason.KEY,
                        "%s does not accept the key (401, it says: no). Check the key in the environment variable TEST_KEY,"
                                + " or enter another."),
                Arguments.of(
                        403,
                        Reason.KEY,
                        "%s refuses the key this model (403, it says: no). Check the key in the environment variable"
                                + " TEST_KEY, or enter another."),
                Arguments.of(
                        404,
                        Reason.REQUEST,
                        "%s does not know the model \"scripted\" (404, it says: no). Check model and api_base in the file of"
                                + " models."),
                Arguments.of(
                        400,
                        Reason.REQUEST,
                        "%s refuses the request to \"scripted\" (400, it says: no). Check model and its options in the file of"
                                + " models."),
                Arguments.of(
                        429,
                        Reason.LIMIT,
                        "%s takes no more requests for now (429, it says: no). Wait a while, or ask the provider for more."),
                Arguments.of(
                        500, Reason.UNAVAILABLE, "%s is out of order or too busy (500, it says: no). Ask again later."),
                Arguments.of(
                        529,
                        Reason.UNAVAILABLE,
                        "%s is out of order or too busy (529, it says: no). Ask again later."));
        // What a status means is the same in all forms, so each form has one of them and the first has all
        List<ProviderForm> forms = List.of(ProviderForm.values());
        return IntStream.range(0, cases.size() + forms.size() - 1).mapToObj(i -> {
            Object[] of = cases.get(i % cases.size()).get();
            return Arguments.of(forms.get(Math.max(0, i - cases.size() + 1)), of[0], of[1], of[2]);
        });
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStatusIsToldAndThosePassingAreTriedAgain(ProviderForm form, int status, Reason reason, String sentence) {
        scripted.always(asked -> Reply.error(status, "no"));
        Asking asking = new Asking(scripted, form, "num_retries = 2\n");

        ModelException failure = failure(asking);

        String title = asking.models().offer(Purpose.CHAT, Optional.empty()).provider();
        String provider =
                title.equals("OpenAI-compatible server") ? scripted.address().replace("http://", "") : title;
        assertThat(failure.getMessage()).isEqualTo(String.format(Locale.ROOT, sentence, provider));
        assertThat(failure.reason()).isEqualTo(reason);
        boolean passing = status == 429 || status >= 500;
        assertThat(scripted.asked()).hasSize(passing ? 3 : 1);
        assertThat(asking.waits).hasSize(passing ? 2 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void whatPassesIsTriedAgainUntilThereIsAnAnswer(ProviderForm form) {
        scripted.script(
                Reply.error(503, "busy"),
                new Reply.HangUp(),
                Reply.error(429, "slow down", Map.of("Retry-After", "3")),
                Reply.says("Here."));
        Asking asking = new Asking(scripted, form, "num_retries = 3\n");

        assertThat(asking.ask(ASKED).text()).isEqualTo("Here.");
        assertThat(asking.waits).hasSize(3);
        assertThat(asking.waits.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(asking.waits.get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_000));
        assertThat(asking.waits.get(2)).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsToBeLeftAloneForLongIsNotWaitedFor(ProviderForm form) {
        scripted.script(Reply.error(429, "slow down", Map.of("Retry-After", "90")));
        Asking asking = new Asking(scripted, form, "");

        assertThat(failure(asking).getMessage()).endsWith("(429, it says: slow down). Ask again in 90 seconds.");
        assertThat(asking.waits).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatBreaksInItsMiddleIsNoAnswer(ProviderForm form) {
        scripted.always(asked -> Reply.says("The share is 12.5 percent of all.").brokenAfter(4));
        Asking asking = new Asking(scripted, form, "num_retries = 1\n");

        ModelException failure = failure(asking);

        assertThat(failure.getMessage()).endsWith(" broke before the answer was whole. Ask again.");
        assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        // Whoever has read the beginning is not told another answer
        assertThat(scripted.asked()).hasSize(form.inPieces() ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoAnswerIsNotTakenForOne(ProviderForm form) {
        for (String body :
                List.of("<html><b>Sign in</b></html>", "{}", "[]", "", "data: {\"choices\":[]}\n\n", "null")) {
            scripted.script(new Reply.Raw(200, Map.of("Content-Type", "text/event-stream"), body));

            ModelException failure = failure(new Asking(scripted, form, "num_retries = 0\n"));

            assertThat(failure).as(body).isNotNull();
            assertThat(failure.reason()).as(body).isIn(Reason.ANSWER, Reason.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, 'data: {\"error\":{\"message\":\"worn out\",\"type\":\"server_error\"}}\n\n', 127.0.0.1, 500",
        "OPENAI_WHOLE, '{\"error\":{\"message\":\"worn out\",\"code\":502}}', 127.0.0.1, 502",
        "RESPONSES, 'data: {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"server_error\",\"message\":\"worn out\"}}}\n\n', 127.0.0.1, 500",
        "ANTHROPIC, 'event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"worn out\"}}\n\n', Anthropic, 529",
        "GEMINI, 'data: {\"error\":{\"code\":503,\"message\":\"worn out\",\"status\":\"UNAVAILABLE\"}}\n\n', Google Gemini, 503",
    })
    void anErrorThatComesAsAnAnswerIsAnError(ProviderForm form, String body, String provider, int status) {
        Reply.Raw error = new Reply.Raw(200, Map.of("Content-Type", "text/event-stream"), body.replace("\\n", "\n"));
        scripted.script(error, error, Reply.says("Here."));

        assertThat(failure(new Asking(scripted, form, "num_retries = 0\n")).getMessage())
                .startsWith(provider)
                .contains(" is out of order or too busy (" + status + ", it says: worn out");
        assertThat(new Asking(scripted, form, "num_retries = 1\n").ask(ASKED).text())
                .isEqualTo("Here.");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, 'data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"The share\"},\"finish_reason\":\"content_filter\"}]}\n\n', 127.0.0.1",
        "OPENAI_WHOLE, '{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":\"content_filter\"}]}', 127.0.0.1",
        "GEMINI, 'data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"The share\"}]},\"finishReason\":\"SAFETY\"}]}\n\n', Google Gemini",
    })
    void anAnswerThatRulesCutIsNotTakenForAWholeOne(ProviderForm form, String body, String provider) {
        scripted.script(new Reply.Raw(200, Map.of("Content-Type", "text/event-stream"), body), Reply.says("no"));

        ModelException failure = failure(new Asking(scripted, form, ""));

        assertThat(failure.getMessage())
                .startsWith(provider)
                .endsWith(" held the answer or its end back, as its rules for contents want it. Ask in other words.");
        assertThat(failure.reason()).isEqualTo(Reason.ANSWER);
        assertThat(scripted.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerOfTenMegabytesIsGivenUp(ProviderForm form) {
        scripted.script(Reply.says("x".repeat(10 << 20)).inPiecesOf(64 << 10));

        ModelException failure = failure(new Asking(scripted, form, ""));

        assertThat(failure.getMessage())
                .endsWith(" sent more than an answer may be long, and it was given up. Ask again.");
        assertThat(failure.reason()).isEqualTo(Reason.ANSWER);
    }

    @Test
    void whoeverNeverAnswersIsGivenUp() {
        scripted.always(asked -> new Reply.Silence());
        List<CompletableFuture<ModelException>> failures = Stream.of(ProviderForm.values())
                .map(form -> CompletableFuture.supplyAsync(
                        () -> failure(new Asking(scripted, form, "timeout = 1\n")),
                        task -> new Thread(task, "waits").start()))
                .toList();

        failures.forEach(each -> {
            ModelException failure = each.join();
            assertThat(failure.getMessage())
                    .endsWith(
                            " did not answer within 1 seconds. Ask again, or allow more with timeout in the file of models.");
            assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsStoppedEndsAtOnce(ProviderForm form) {
        scripted.script(
                form.inPieces()
                        ? Reply.says("a lot of text").inPiecesOf(1).slowly(Duration.ofMillis(20))
                        : new Reply.Silence());
        Cancelled cancelled = new Cancelled();
        List<String> pieces = new ArrayList<>();
        Asking asking = new Asking(scripted, form, "");
        if (!form.inPieces()) {
            Thread later = new Thread(() -> {
                while (scripted.asked().isEmpty()) {
                    Thread.onSpinWait();
                }
                cancelled.cancel();
            });
            later.start();
        }

        ModelException failure = catchThrowableOfType(
                ModelException.class,
                () -> asking.model()
                        .answer(
                                Asking.prompt(ASKED),
                                piece -> {
                                    pieces.add(piece);
                                    cancelled.cancel();
                                },
                                cancelled));

        assertThat(failure.getMessage()).isEqualTo("The answer was stopped.");
        assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(pieces).hasSize(form.inPieces() ? 1 : 0);
    }

    @Test
    void whoeverIsStoppedBeforeIsNotAsked() {
        scripted.script(Reply.says("no"));
        Cancelled cancelled = new Cancelled();
        cancelled.cancel();

        ModelException failure = catchThrowableOfType(
                ModelException.class,
                () -> new Asking(scripted, ProviderForm.OPENAI, "")
                        .model()
                        .answer(Asking.prompt(ASKED), piece -> {}, cancelled));

        assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(scripted.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void neitherKeyNorPromptIsInMessages(ProviderForm form) {
        scripted.script(
                Reply.error(401, "Incorrect API key provided: canary-4***def, see " + Asking.KEY),
                Reply.error(400, "Invalid text: 'What is the share of our secret campaign in May?'"));
        Asking asking = new Asking(scripted, form, "");

        assertThat(failure(asking).getMessage())
                .contains("(401, it says: Incorrect API key provided: (key) see (key))")
                .doesNotContain("canary");
        assertThat(failure(asking).getMessage())
                .contains("(400, it says: nothing more)")
                .doesNotContain("campaign");
    }

    @ParameterizedTest
    @EnumSource
    void noRedirectIsFollowed(ProviderForm form) {
        scripted.script(
                new Reply.Raw(307, Map.of("Location", scripted.address() + "/elsewhere"), ""), Reply.says("no"));

        assertThat(failure(new Asking(scripted, form, "")).getMessage())
                .endsWith(
                        " sends elsewhere (307), where no key is taken. Write the address where it ends as api_base in the"
                                + " file of models.");
        assertThat(scripted.asked()).hasSize(1);
    }
}
