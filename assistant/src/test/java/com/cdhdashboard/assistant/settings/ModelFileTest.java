package com.cdhdashboard.assistant.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatOtherDashboardsReadIsRead() {
        ModelFile file = ModelFile.read(TestData.path("models", "llm_config.toml"));

        assertThat(file.problems()).isEmpty();
        ModelSettings chat = of(file, Purpose.CHAT);
        assertThat(chat.model()).hasToString("openai/gpt-5.5");
        assertThat(chat.base()).isEqualTo(URI.create("https://api.openai.com/v1"));
        assertThat(chat.key().label()).isEqualTo("OpenAI key");
        assertThat(chat.key().required()).isTrue();
        assertThat(chat.key().stopsPage()).isTrue();
        assertThat(chat.key().missingMessage()).isEqualTo("Enter a key to go on.");
        assertThat(chat.options().reasoningEffort()).contains("low");
        assertThat(chat.options().verbosity()).contains("low");
        assertThat(chat.options().maxTokens()).contains(4_000);
        assertThat(chat.options().retries()).isEqualTo(3);
        assertThat(chat.options().timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(chat.options().extra()).hasToString("{\"top_p\":0.9,\"seed\":7}");
        ModelSettings studio = of(file, Purpose.STUDIO);
        assertThat(studio.model()).hasToString("ollama_chat/qwen3");
        assertThat(studio.base()).isEqualTo(URI.create("http://localhost:11434"));
        assertThat(studio.key().required()).isFalse();
        assertThat(studio.key().fallback().map(ApiKey::value)).contains("not-needed");
        assertThat(studio.options().reasoningEffort()).isEmpty();
        assertThat(studio.options().verbosity()).isEmpty();
        assertThat(studio.options().temperature()).contains(0.1);
        assertThat(studio.options().extra()).hasToString("{\"top_p\":0.9,\"seed\":8,\"options\":{\"num_ctx\":16384}}");
    }

    @Test
    void withoutAFileThereAreDefaults() {
        ModelFile file = ModelFile.defaults();

        assertThat(file.problems()).isEmpty();
        assertThat(of(file, Purpose.CHAT).model()).hasToString("openai/gpt-5.5");
        assertThat(of(file, Purpose.CHAT).key().variable()).contains("OPENAI_API_KEY");
        assertThat(of(file, Purpose.CHAT).key().stopsPage()).isTrue();
        assertThat(of(file, Purpose.CHAT).key().missingMessage())
                .isEqualTo(
                        "No key for OpenAI is there. Set the environment variable OPENAI_API_KEY and start the program"
                                + " again, or enter a key for your session.");
        assertThat(of(file, Purpose.CHAT).options().verbosity()).contains("low");
        assertThat(of(file, Purpose.CHAT).options().retries()).isEqualTo(2);
        assertThat(of(file, Purpose.CHAT).options().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(of(file, Purpose.CHAT).limits().tokensPerQuestion()).contains(200_000L);
        assertThat(of(file, Purpose.STUDIO).options().verbosity()).contains("medium");
        assertThat(of(file, Purpose.STUDIO).key().stopsPage()).isFalse();
    }

    @Test
    void defaultsOfTheFileWinOverThoseOfThePurpose() {
        ModelFile file = read("[defaults]\nverbosity = \"high\"\nmissing_key_stops_page = \"on\"\n");

        assertThat(of(file, Purpose.STUDIO).options().verbosity()).contains("high");
        assertThat(of(file, Purpose.STUDIO).key().stopsPage()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5.5, OPENAI, gpt-5.5, false",
        "gpt-4.1, OPENAI, gpt-4.1, false",
        "openai/responses/gpt-4.1, OPENAI, gpt-4.1, true",
        "openai/gpt-5.5-pro, OPENAI, gpt-5.5-pro, true",
        "anthropic/claude-sonnet-4-5, ANTHROPIC, claude-sonnet-4-5, false",
        "claude-opus-4-1, ANTHROPIC, claude-opus-4-1, false",
        "gemini/gemini-2.5-flash, GEMINI, gemini-2.5-flash, false",
        "gemini-2.5-pro, GEMINI, gemini-2.5-pro, false",
        "ollama/llama3.2:3b, OLLAMA, llama3.2:3b, false",
        "ollama_chat/qwen3, OLLAMA_CHAT, qwen3, false",
        "lm_studio/qwen/qwen3-8b, LM_STUDIO, qwen/qwen3-8b, false",
        "openrouter/openai/gpt-5, OPENROUTER, openai/gpt-5, false",
        "mistral/mistral-large-latest, MISTRAL, mistral-large-latest, false",
    })
    void aModelIsNamedByProvider(String text, Provider provider, String model, boolean responses) {
        ModelFile file = read("[defaults]\nmodel = \"" + text + "\"\n");

        assertThat(file.problems()).isEmpty();
        assertThat(of(file, Purpose.CHAT).model()).isEqualTo(new ModelName(provider, model, responses));
    }

    @ParameterizedTest
    @CsvSource({
        "hosted_vllm/Qwen/Qwen3-8B, '', HOSTED_VLLM, Qwen/Qwen3-8B",
        "Qwen/Qwen3-8B, '', COMPATIBLE, Qwen/Qwen3-8B",
        "Qwen/Qwen3-8B, openai, OPENAI, Qwen/Qwen3-8B",
        "openai/smollm2, openai, OPENAI, smollm2",
        "azure/team-gpt, '', AZURE, team-gpt",
    })
    void aModelOfOnesOwnHasAnAddress(String text, String custom, Provider provider, String model) {
        ModelFile file = read("[defaults]\nmodel = \"" + text + "\"\ncustom_llm_provider = \"" + custom
                + "\"\napi_base = \"http://localhost:8000/v1/\"\n");

        assertThat(file.problems()).isEmpty();
        assertThat(of(file, Purpose.CHAT).model()).isEqualTo(new ModelName(provider, model, false));
        assertThat(of(file, Purpose.CHAT).base()).isEqualTo(URI.create("http://localhost:8000/v1"));
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic/claude-sonnet-4-5, ANTHROPIC_API_KEY, true",
        "gemini/gemini-2.5-flash, GEMINI_API_KEY, true",
        "ollama/llama3, , false",
        "lm_studio/qwen, , false",
    })
    void aKeyOfOneProviderIsNotSentToAnother(String model, String variable, boolean required) {
        KeySource key = of(read("[defaults]\nmodel = \"" + model + "\"\n"), Purpose.CHAT)
                .key();

        assertThat(key.variable()).isEqualTo(Optional.ofNullable(variable));
        assertThat(key.required()).isEqualTo(required);
    }

    @Test
    void limitsAndPricesAreRead() {
        ModelLimits limits = of(read("""
                        [defaults]
                        price_per_million_tokens_sent = 1.25
                        price_per_million_tokens_received = 10
                        cost_per_question = 0.5
                        cost_per_day = 20
                        tokens_per_question = 1
                        tokens_per_day = 2_000_000
                        """), Purpose.STUDIO).limits();

        assertThat(limits)
                .isEqualTo(new ModelLimits(
                        Optional.of(1L),
                        Optional.of(2_000_000L),
                        Optional.of(new ModelLimits.Prices(1.25, 10)),
                        Optional.of(0.5),
                        Optional.of(20.0)));
        assertThat(limits.prices().orElseThrow().of(200_000, 10_000)).isEqualTo(0.35);
    }

    @Test
    void aKeyFileIsBesideTheFile() throws IOException {
        Path file = folder.resolve("llm.toml");
        Files.writeString(file, "[chat_with_data]\napi_key_file = \"key.txt\"\n", UTF_8);

        assertThat(of(ModelFile.read(file), Purpose.CHAT).key().file()).contains(folder.resolve("key.txt"));
    }

    static List<List<String>> problems() {
        return List.of(
                List.of(
                        "model = \"\"",
                        "model: is empty; name a model as \"provider/model\", such as \"openai/gpt-5.5\""),
                List.of(
                        "model = \"opneai/gpt\"",
                        "model: \"opneai\" is not a provider; did you mean \"openai\"? Any other that speaks as OpenAI does"
                                + " is asked with its api_base"),
                List.of("model = \"openai/\"", "model: \"openai/\" names no model; write it behind the slash"),
                List.of(
                        "model = \"hosted_vllm/qwen\"",
                        "model: \"hosted_vllm/qwen\" needs api_base, the address of your vLLM, such as"
                                + " \"http://localhost:8000/v1\""),
                List.of(
                        "model = \"azure/gpt\"",
                        "model: \"azure/gpt\" needs api_base, the address of your Azure OpenAI, such as"
                                + " \"https://example.openai.azure.com\""),
                List.of(
                        "api_base = \"ftp://host/v1\"",
                        "api_base: \"ftp://host/v1\" is not an address of http or https; write one such as"
                                + " \"https://api.example.com/v1\""),
                List.of(
                        "api_base = \"local host\"",
                        "api_base: \"local host\" is not an address; write one such as \"https://api.example.com/v1\""),
                List.of(
                        "api_base = \"https://me:pw@host/v1\"",
                        "api_base: \"https://…@host/v1\" holds a name or password; name the key with api_key_env_var"
                                + " instead"),
                List.of(
                        "api_base = \"https://host/v1?key=1\"",
                        "api_base: \"https://host/v1?…\" has something behind ? or #; write it without, and a version"
                                + " as api_version"),
                List.of("timeout = 0", "timeout: 0 is not a number from 1 to 3600; write one without quotes"),
                List.of("temperature = nan", "temperature: NaN is not a number from 0 to 2; write one without quotes"),
                List.of(
                        "num_retries = 11",
                        "num_retries: 11 is not a whole number of tries from 0 to 10; write a number of that range"),
                List.of(
                        "api_key_required = \"maybe\"",
                        "api_key_required: \"maybe\" is neither true nor false; write true or false without quotes"),
                List.of(
                        "cost_per_day = 2",
                        "cost_per_day: needs both price_per_million_tokens_sent and price_per_million_tokens_received; add"
                                + " them, or limit tokens instead"),
                List.of(
                        "api_key_fallback = \"two words\"",
                        "api_key_fallback: is not a key: a key is one line without spaces; correct it"),
                List.of(
                        "extra_params = { messages = [] }",
                        "extra_params.messages: is what the program sends itself; remove it"),
                List.of(
                        "extra_params = { api_key = \"sk-1\" }",
                        "extra_params.api_key: may hold a key, which belongs into no request by way of this file; name its"
                                + " variable with api_key_env_var, or its file with api_key_file"),
                List.of(
                        "modl = \"gpt-5.5\"",
                        "modl: \"modl\" is not a key of a table of models; did you mean \"model\"?"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsWrongIsToldWithItsPlace(List<String> lineAndProblem) {
        ModelFile file = read("[chat_with_data]\n" + lineAndProblem.get(0) + "\n");

        assertThat(file.problems().stream().map(Problem::message).map(String::strip))
                .hasSize(1);
        Problem problem = file.problems().get(0);
        assertThat(problem.path() + ": " + problem.message()).isEqualTo("chat_with_data." + lineAndProblem.get(1));
        assertThat(problem.position().orElseThrow().line()).isEqualTo(2);
        assertThat(file.settings()).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldOnceAndInOrder() {
        ModelFile file = read("""
                [defaults]
                model = "nobody/x"
                timeout = "2"
                [chat]
                [config_studio]
                streaming = 3.5
                """);

        assertThat(file.problems().stream().map(Problem::toString))
                .containsExactly(
                        "llm.toml:2:1 defaults.model: \"nobody\" is not a provider; known are openai, azure, anthropic,"
                                + " gemini, ollama, ollama_chat, lm_studio, hosted_vllm, llamafile, litellm_proxy,"
                                + " openrouter, mistral, groq, deepseek, xai, together_ai, fireworks_ai, openai_like."
                                + " Any other that speaks as OpenAI does is asked with its api_base",
                        "llm.toml:3:1 defaults.timeout: \"2\" is not a number from 1 to 3600; write one without quotes",
                        "llm.toml:4:1 chat: \"chat\" is not a key of the file of models; did you mean"
                                + " \"chat_with_data\"?",
                        "llm.toml:6:1 config_studio.streaming: 3.5 is neither true nor false; write true or false without"
                                + " quotes");
    }

    @Test
    void whatAModelIsNotKnownToTakeIsNotSentAndSaid() {
        ModelFile file = read("""
                [defaults]
                model = "anthropic/claude-sonnet-4-5"
                verbosity = "high"
                [config_studio]
                model = "gpt-5.5"
                temperature = 1
                """);

        assertThat(of(file, Purpose.CHAT).options().verbosity()).isEmpty();
        assertThat(of(file, Purpose.CHAT).options().reasoningEffort()).isEmpty();
        assertThat(of(file, Purpose.STUDIO).options().temperature()).isEmpty();
        assertThat(file.problems().stream().map(Problem::toString))
                .containsExactly(
                        "llm.toml:3:1 defaults.verbosity: is not sent to \"anthropic/claude-sonnet-4-5\", which is not known"
                                + " to take it; write it in extra_params if it does",
                        "llm.toml:6:1 config_studio.temperature: is not sent to \"openai/gpt-5.5\", which is not known to"
                                + " take it; write it in extra_params if it does");
    }

    @Test
    void parametersAreJoinedAndThoseThatAreNoneAreLeftOut() {
        ModelFile file = read("""
                [defaults]
                max_tokens = 9
                [defaults.extra_params]
                max_tokens = 5
                top_p = 0.5
                drop_params = true
                timeout = 3
                """);

        assertThat(of(file, Purpose.CHAT).options().extra()).hasToString("{\"top_p\":0.5}");
        assertThat(file.problems().stream().map(Problem::toString))
                .containsExactly("llm.toml:7:1 defaults.extra_params.timeout: has no effect here; write it beside"
                        + " extra_params, not in it");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ModelFile.read(Path.of("no", "such.toml")))
                .isInstanceOf(UserException.class)
                .hasMessage("there is no file of models no/such.toml; give the path of a TOML file");
    }

    @Test
    void aKeyNeverShowsItself() {
        ApiKey key = ApiKey.of(" sk-canary \n");

        assertThat(key.value()).isEqualTo("sk-canary");
        assertThat(key).hasToString("ApiKey[hidden]");
        assertThatThrownBy(() -> ApiKey.of("sk\ncanary"))
                .hasMessage(
                        "what was entered is not a key: a key is one line of letters, digits and signs without spaces;"
                                + " copy it again");
        assertThatThrownBy(() -> ApiKey.of(" "))
                .hasMessage("the key is empty; enter the key that the provider gave you");
    }

    private static ModelFile read(String text) {
        return ModelFile.read(text, "llm.toml");
    }

    private static ModelSettings of(ModelFile file, Purpose purpose) {
        return Objects.requireNonNull(file.settings().get(purpose));
    }
}
