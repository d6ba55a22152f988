package com.cdhdashboard.assistant.settings;

import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.Naming;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import java.util.List;

/** The tables and keys of {@code llm_config.toml}. */
public final class ModelKeys {
    static final String DEFAULTS = "defaults";
    static final String EXTRA = "extra_params";

    private static final int MOST_TOKENS = 2_000_000_000;
    private static final double MOST_MONEY = 1_000_000;

    private static final List<SchemaKey> MODEL = List.of(
            text("model", "which model is asked, as `provider/model`")
                    .otherwise("gpt-5.5")
                    .example("\"anthropic/claude-sonnet-4-5\""),
            text("custom_llm_provider", "the provider, where the name of the model does not begin with it")
                    .otherwiseMeans("none")
                    .example("\"openai\""),
            text("api_base", "address of the provider; needed where a server of your own answers")
                    .otherwiseMeans("the provider's")
                    .example("\"http://localhost:8000/v1\""),
            text("api_version", "version of the interface; Azure needs it")
                    .otherwiseMeans("none; for Azure `2024-10-21`")
                    .example("\"2025-04-01-preview\""));

    private static final List<SchemaKey> KEY = List.of(
            text("api_key_env_var", "environment variable that holds the key")
                    .otherwiseMeans("the provider's, such as `OPENAI_API_KEY`")
                    .example("\"TEAM_LLM_KEY\""),
            text("api_key_file", "file that holds the key alone; relative to this file. The variable wins")
                    .otherwiseMeans("none")
                    .example("\"/run/secrets/llm_key\""),
            SchemaKey.of("api_key_required", KeyType.FLAG, "whether the model is asked only with a key")
                    .otherwiseMeans("`true`; `false` for Ollama, LM Studio, vLLM and llamafile"),
            text("api_key_fallback", "taken where there is no other key; for local servers that want any text as one")
                    .otherwise("")
                    .example("\"not-needed\""),
            text("api_key_label", "caption of the field in which a user enters a key")
                    .otherwiseMeans("names the provider")
                    .example("\"Key of the marketing team\""),
            text("missing_key_message", "what pages say where the key is missing")
                    .otherwiseMeans("says which variable to set")
                    .example("\"Ask the analytics team for a key.\""),
            SchemaKey.of(
                            "missing_key_stops_page",
                            KeyType.FLAG,
                            "whether the page shows nothing but that message where the key is missing")
                    .otherwiseMeans("`true`; `false` in `[config_studio]`"));

    private static final List<SchemaKey> OPTIONS = List.of(
            text("reasoning_effort", "how long a model thinks; told only to those that have this option")
                    .otherwise("low")
                    .example("\"medium\""),
            text("verbosity", "how long answers are; told only to models that have this option")
                    .otherwiseMeans("`\"low\"`; `\"medium\"` in `[config_studio]`")
                    .example("\"low\""),
            SchemaKey.of(
                            "temperature",
                            new KeyType.Between(0, 2),
                            "how much answers differ from one time to the next; not told to models that refuse it")
                    .otherwiseMeans("the model's"),
            SchemaKey.of("max_tokens", KeyType.whole(1, MOST_TOKENS, "tokens"), "longest answer")
                    .otherwiseMeans("the model's; for Anthropic `8192`"),
            SchemaKey.of(
                            "timeout",
                            new KeyType.Between(1, 3_600),
                            "seconds after which one request is given up, however much has come")
                    .otherwise(120),
            SchemaKey.of(
                            "num_retries",
                            KeyType.whole(0, 10, "tries"),
                            "how often a request that failed by no fault of ours is sent again")
                    .otherwise(2),
            SchemaKey.flag("streaming", "whether answers are shown while they arrive")
                    .otherwise(true),
            SchemaKey.of(
                            "schema_answers",
                            KeyType.choice("way to bind answers", SchemaAnswers.words()),
                            "how answers that are data are bound to their JSON Schema: the provider is told it, or told it"
                                    + " as older servers that do as OpenAI does want it, or it stands in the question alone")
                    .otherwise("json_schema"),
            SchemaKey.of(
                            EXTRA,
                            new KeyType.Nested(EXTRA),
                            "more parameters of requests, passed on as they are, in the provider's own words")
                    .otherwiseMeans("none")
                    .example("{ top_p = 0.9 }"));

    private static final List<SchemaKey> LIMITS = List.of(
            SchemaKey.of(
                            "tokens_per_question",
                            KeyType.whole(1, MOST_TOKENS, "tokens"),
                            "most tokens, sent and received, that one question or draft may take")
                    .otherwise(200_000),
            SchemaKey.of(
                            "tokens_per_day",
                            KeyType.whole(1, MOST_TOKENS, "tokens"),
                            "most tokens that all questions and drafts of a day may take together")
                    .otherwiseMeans("no limit"),
            money("price_per_million_tokens_sent", "what the provider charges, in any currency")
                    .otherwiseMeans("unknown"),
            money("price_per_million_tokens_received", "the same for tokens of answers")
                    .otherwiseMeans("unknown"),
            money("cost_per_question", "most that one question or draft may cost; needs both prices")
                    .otherwiseMeans("no limit"),
            money("cost_per_day", "most that a day may cost; needs both prices").otherwiseMeans("no limit"));

    /** The keys of each table. */
    public static final SchemaSection TABLE = SchemaSection.of(
                    "a table of models", "Model", "which model is asked, with which key and limits")
            .group("Model", MODEL)
            .group("Key", KEY)
            .group("Options", OPTIONS)
            .group("Limits", LIMITS);

    /** The tables of the file. */
    public static final SchemaSection FILE = SchemaSection.of("the file of models", "Models", "")
            .group(
                    "",
                    table(DEFAULTS, "what holds for both, where their tables do not say otherwise"),
                    table(Purpose.CHAT.table(), "the model of the chat"),
                    table(Purpose.STUDIO.table(), "the model that drafts configurations"));

    private ModelKeys() {}

    private static SchemaKey text(String name, String meaning) {
        return SchemaKey.of(name, KeyType.text(Naming.TEXT), meaning);
    }

    private static SchemaKey money(String name, String meaning) {
        return SchemaKey.of(name, new KeyType.Between(0, MOST_MONEY), meaning);
    }

    private static SchemaKey table(String name, String meaning) {
        return SchemaKey.of(name, new KeyType.Nested(name), meaning).otherwiseMeans("empty");
    }
}
