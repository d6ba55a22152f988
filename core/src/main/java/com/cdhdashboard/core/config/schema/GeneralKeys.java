package com.cdhdashboard.core.config.schema;

import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.Branding;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.config.Variant;

/**
 * The sections that can be left out: {@code copyright}, {@code ux}, {@code variants}, {@code chat_with_data}, {@code
 * assistant}.
 */
final class GeneralKeys {
    static final SchemaSection COPYRIGHT = SchemaSection.of(
                    "[copyright]", "Title and version", "name and version shown on pages")
            .group(
                    "",
                    SchemaKey.of("name", KeyType.text(Naming.TEXT), "name in the header and the title of every page")
                            .otherwise(Branding.DEFAULT.name())
                            .example("\"Next best action at Example Bank\""),
                    SchemaKey.of(
                                    "version",
                                    KeyType.either(KeyType.text(Naming.TEXT), new KeyType.Decimal()),
                                    "shown at the foot of the menu")
                            .otherwise(Branding.DEFAULT.version())
                            .example("\"2.1\""),
                    SchemaKey.of("version_date", KeyType.DAY, "has no effect")
                            .otherwiseMeans("none")
                            .example("2025-01-31")
                            .withoutEffect());

    static final SchemaSection UX = SchemaSection.of("[ux]", "Pages", "behaviour of the pages")
            .group(
                    "",
                    SchemaKey.flag(
                            "refresh_dashboard",
                            "reports take turns by themselves and the dashboard loads itself anew, for a screen on the"
                                    + " wall; a button on the page pauses this"),
                    SchemaKey.of(
                                    "refresh_interval",
                                    KeyType.whole(1_000, 86_400_000, "milliseconds"),
                                    "time between two of them")
                            .otherwise(UserInterface.DEFAULT.refreshInterval())
                            .example("60_000"),
                    SchemaKey.of(
                                    "data_cache_hours",
                                    KeyType.whole(1, 87_600, "hours"),
                                    "has no effect: pages show what was imported last, however long ago")
                            .otherwise(UserInterface.DEFAULT.dataCacheHours())
                            .withoutEffect(),
                    SchemaKey.flag(
                            "chat_with_data",
                            "whether people may ask the [assistant](assistant.md) questions in plain words, and the menu"
                                    + " leads to it; it needs a [language model](assistant.md#models-and-keys)"),
                    SchemaKey.of("data_profiling", KeyType.ANYTHING, "has no effect; found in some older files")
                            .otherwiseMeans("none")
                            .withoutEffect());

    static final SchemaSection VARIANTS = SchemaSection.of("[variants]", "Data set", "name of the data set")
            .group(
                    "",
                    SchemaKey.of(
                                    "name",
                                    KeyType.text(Naming.TEXT),
                                    "name of the data set; each name has data of its own")
                            .otherwise(Variant.DEFAULT.name())
                            .example("\"pilot\""),
                    SchemaKey.of(
                                    "description",
                                    KeyType.text(Naming.TEXT),
                                    "shown on the home page, and where several configurations are chosen from")
                            .otherwise(Variant.DEFAULT.description())
                            .example("\"The first three branches\""),
                    SchemaKey.flag(
                            "demo_mode",
                            "whether pages show demo data that the program makes, as [`demo`](cli.md#demo) does, in place of"
                                    + " imported data; these stay as they are, and nothing is imported meanwhile"));

    static final SchemaSection CHAT_WITH_DATA = SchemaSection.of(
                    "[chat_with_data]", "Chat", "background for the assistant")
            .group(
                    "",
                    SchemaKey.of(
                                    "agent_prompt",
                                    KeyType.text(Naming.TEXT),
                                    "what the assistant should know about your business; it is told this as background,"
                                            + " beside its own instructions, which win")
                            .otherwiseMeans("nothing")
                            .example("\"Spring and autumn are our campaign seasons.\""),
                    SchemaKey.of(
                                    "metric_descriptions",
                                    new KeyType.Table("metric or family", KeyType.Cells.TEXT),
                                    "what metrics are about in your words; how they are computed is told by their own"
                                            + " definitions, which win")
                            .otherwiseMeans("none")
                            .example("{ engagement = \"Clicks\" }"));

    static final SchemaSection ASSISTANT = SchemaSection.of(
                    "[assistant]", "Assistant", "what language models and agents may learn of the data")
            .group(
                    "",
                    SchemaKey.of(
                                    "mask",
                                    KeyType.list(Naming.DIMENSION),
                                    "dimensions whose values a language model is told placeholders for; answers to"
                                            + " people have the values")
                            .otherwiseMeans("none")
                            .example("[\"Name\"]"),
                    SchemaKey.of(
                                    "withhold",
                                    KeyType.list(Naming.DIMENSION),
                                    "dimensions that language models and agents are told nothing of, neither name nor"
                                            + " values")
                            .otherwiseMeans("none")
                            .example("[\"Branch\"]"),
                    SchemaKey.flag(
                            "mcp",
                            "whether agents may ask by the Model Context Protocol at `/mcp`; they need a"
                                    + " [token](assistant.md#mcp)"),
                    SchemaKey.of(
                                    "tools",
                                    KeyType.list(Naming.TOOL, AssistantSettings.TOOLS.toArray(String[]::new)),
                                    "the tools that agents are offered by the Model Context Protocol")
                            .otherwiseMeans("all")
                            .example("[\"list_metrics\", \"query_metric\"]"));

    private GeneralKeys() {}
}
