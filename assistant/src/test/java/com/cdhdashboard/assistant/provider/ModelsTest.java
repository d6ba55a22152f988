package com.cdhdashboard.assistant.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.scripted.Reply;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.assistant.settings.ApiKey;
import com.cdhdashboard.assistant.settings.ModelFile;
import com.cdhdashboard.assistant.settings.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Message ASKED = new Message.Question("?");

    @TempDir
    private Path folder;

    private static Models models(String file, Map<String, String> environment) {
        return Models.of(
                ModelFile.read(file, "llm.toml"),
                name -> Optional.ofNullable(environment.get(name)),
                Optional.empty(),
                NOON);
    }

    @Test
    void anOfferSaysWhatPagesMayKnow() {
        Models models = models("[config_studio]\nmodel = \"ollama/qwen3\"\n", Map.of());

        assertThat(models.offer(Purpose.CHAT, Optional.empty()))
                .isEqualTo(new Offer(
                        Purpose.CHAT,
                        "openai/gpt-5.5",
                        "OpenAI",
                        "api.openai.com",
                        Optional.of(
                                "No key for OpenAI is there. Set the environment variable OPENAI_API_KEY and start the"
                                        + " program again, or enter a key for your session."),
                        true,
                        "Key for OpenAI",
                        true));
        assertThat(models.offer(Purpose.CHAT, Optional.of(ApiKey.of("sk-mine"))).ready())
                .isTrue();
        assertThat(models.offer(Purpose.STUDIO, Optional.empty()))
                .isEqualTo(new Offer(
                        Purpose.STUDIO,
                        "ollama/qwen3",
                        "Ollama",
                        "localhost:11434",
                        Optional.empty(),
                        false,
                        "Key for Ollama",
                        false));
        assertThatThrownBy(() -> models.forQuestion(Purpose.CHAT, Optional.empty()))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("No key for OpenAI is there.");
    }

    @Test
    void aFileWithErrorsOffersNothing() {
        Models models = models("[defaults]\ntimeout = 0\n", Map.of("OPENAI_API_KEY", "sk-1"));

        assertThat(models.offer(Purpose.CHAT, Optional.empty()).missing())
                .contains("The file of models has errors, so no model can be asked. Correct it as \"cdhdashboard doctor"
                        + " llm\" says, and start the program again.");
    }

    @Test
    void theKeyThatIsNearestToTheUserWins() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "  from-file\n");
        String both = "[defaults]\napi_key_env_var = \"MINE\"\napi_key_fallback = \"from-fallback\"\n";
        String all = both + "api_key_file = \"" + file + "\"\n";
        try (ScriptedModels scripted = ScriptedModels.start().always(asked -> Reply.says("Yes."))) {
            String base = "api_base = \"" + scripted.address() + "/v1\"\n";
            ask(models(all + base, Map.of("MINE", "from-variable")), Optional.of(ApiKey.of("entered")));
            ask(models(all + base, Map.of("MINE", "from-variable")), Optional.empty());
            ask(models(all + base, Map.of("MINE", " ")), Optional.empty());
            ask(models(both + base, Map.of()), Optional.empty());

            assertThat(scripted.asked().stream()
                            .map(asked -> asked.header("authorization").orElse("")))
                    .containsExactly(
                            "Bearer entered", "Bearer from-variable", "Bearer from-file", "Bearer from-fallback");
        }
    }

    private static void ask(Models models, Optional<ApiKey> entered) {
        models.forQuestion(Purpose.CHAT, entered).answer(Asking.prompt(ASKED), piece -> {}, new Cancelled());
    }

    @Test
    void aKeyThatIsNoneIsSaidWithoutIt() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "canary\nsecond line");

        assertThat(models("[defaults]\n", Map.of("OPENAI_API_KEY", "can ary"))
                        .offer(Purpose.CHAT, Optional.empty())
                        .missing())
                .contains(
                        "The environment variable OPENAI_API_KEY holds no key: a key is one line of letters, digits and"
                                + " signs without spaces; set it anew.");
        assertThat(models("[defaults]\napi_key_file = \"" + file + "\"\n", Map.of())
                        .offer(Purpose.CHAT, Optional.empty())
                        .missing())
                .contains("The file " + file + " holds no key: a key is one line of letters, digits and signs without"
                        + " spaces; put the key there and nothing else.");
        assertThat(models("[defaults]\napi_key_file = \"no/such\"\n", Map.of())
                        .offer(Purpose.CHAT, Optional.empty())
                        .missing())
                .contains("The file of the key no/such cannot be read; correct api_key_file, or allow reading it.");
    }

    @ParameterizedTest
    @CsvSource({
        "tokens_per_day = 250, 300, 'taken 300 tokens, and 250 are allowed. Ask again tomorrow, or allow'",
        "cost_per_day = 0.0005, 300, 'taken 0.0006 of cost, and 0.0005 are allowed'",
        "cost_per_question = 0.0001, 100, 'taken 0.0002 of cost, and 0.0001 are allowed. Ask a simpler question, or allow'",
    })
    void aLimitEndsAsking(String limit, long asked, String sentence) {
        try (ScriptedModels scripted =
                ScriptedModels.start().always(request -> Reply.says("Yes.").taking(80, 20))) {
            String file = scripted.file() + "price_per_million_tokens_sent = 1\nprice_per_million_tokens_received = 6\n"
                    + limit + "\n";
            Models models = models(file, Map.of());
            LanguageModel one = models.forQuestion(Purpose.CHAT, Optional.empty());
            one.answer(Asking.prompt(ASKED), piece -> {}, new Cancelled());

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 5; i++) {
                            LanguageModel model =
                                    limit.contains("day") ? models.forQuestion(Purpose.STUDIO, Optional.empty()) : one;
                            model.answer(Asking.prompt(ASKED), piece -> {}, new Cancelled());
                        }
                    })
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(sentence);
            assertThat(scripted.asked()).hasSize((int) asked / 100);
        }
    }

    @Test
    void aLoopOfToolsEndsAtTheLimitOfTheQuestion() {
        try (ScriptedModels scripted = ScriptedModels.start()
                .always(asked -> Reply.calls("query_metric", "{}").taking(900, 100))) {
            LanguageModel model = new Asking(scripted, ProviderForm.OPENAI, "tokens_per_question = 3500\n").model();

            assertThatThrownBy(() -> {
                        while (true) {
                            model.answer(Asking.prompt(ASKED), piece -> {}, new Cancelled());
                        }
                    })
                    .isInstanceOf(ModelException.class)
                    .hasMessage("This question has taken 4000 tokens, and 3500 are allowed. Ask a simpler question, or"
                            + " allow more with tokens_per_question in the file of models.");
            assertThat(scripted.asked()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatEndsEarlyIsCountedByItsLetters(boolean stopped) {
        Reply.Says answer = Reply.says("a".repeat(400)).inPiecesOf(100);
        try (ScriptedModels scripted =
                ScriptedModels.start().always(request -> stopped ? answer : answer.brokenAfter(4))) {
            LanguageModel model = new Asking(scripted, ProviderForm.OPENAI, "tokens_per_question = 90\n").model();
            Cancelled cancelled = new Cancelled();

            assertThatThrownBy(() -> model.answer(
                            Asking.prompt(ASKED),
                            piece -> {
                                if (stopped) {
                                    cancelled.cancel();
                                }
                            },
                            cancelled))
                    .isInstanceOf(ModelException.class);

            assertThatThrownBy(() -> model.answer(Asking.prompt(ASKED), piece -> {}, new Cancelled()))
                    .hasMessageStartingWith("This question has taken ");
            assertThat(scripted.asked()).hasSize(1);
        }
    }

    @Test
    void whatADayTookIsKeptUntilTheNext() {
        Path file = folder.resolve("assistant").resolve("spent.json");
        new SpentOfDay(Optional.of(file), NOON).add(new Spent(120, 0.5));

        assertThat(new SpentOfDay(Optional.of(file), NOON).today()).isEqualTo(new Spent(120, 0.5));
        assertThat(new SpentOfDay(Optional.of(file), Clock.offset(NOON, Duration.ofHours(13))).today())
                .isEqualTo(Spent.NOTHING);
        assertThat(folder.resolve("assistant").toFile().list()).containsExactly("spent.json");
    }

    @Test
    void whereAProviderCountsNoTokensLettersAreCounted() {
        try (ScriptedModels scripted = ScriptedModels.start()
                .always(request -> Reply.says("a".repeat(400)).taking(0, 0))) {
            LanguageModel model = models(scripted.file() + "tokens_per_question = 90\n", Map.of())
                    .forQuestion(Purpose.CHAT, Optional.empty());
            model.answer(Asking.prompt(ASKED), piece -> {}, new Cancelled());

            assertThatThrownBy(() -> model.answer(Asking.prompt(ASKED), piece -> {}, new Cancelled()))
                    .hasMessageStartingWith("This question has taken ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/v1",
                "http://[fe80::1]/v1",
                "http://[::ffff:169.254.169.254]/v1",
                "http://[::169.254.169.254]/v1",
                "http://[fd00:ec2::254]/v1",
                "http://0xA9FEA9FE/v1",
                "http://2852039166/v1",
            })
    void addressesOfTheLinkAreNotAsked(String base) {
        Models models = models(
                "[defaults]\napi_base = \"" + base + "\"\nnum_retries = 0\ntimeout = 1\n",
                Map.of("OPENAI_API_KEY", "sk-1"));

        assertThatThrownBy(() -> ask(models, Optional.empty()))
                .isInstanceOf(ModelException.class)
                .message()
                .satisfiesAnyOf(
                        message -> assertThat(message)
                                .endsWith(
                                        " is not asked: addresses that only this machine's link knows may hold secrets of"
                                                + " the machine. Write another api_base in the file of models."),
                        message -> assertThat(message).contains("there is no host of this name"));
    }
}
