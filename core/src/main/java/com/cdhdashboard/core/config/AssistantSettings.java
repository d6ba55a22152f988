package com.cdhdashboard.core.config;

import java.util.List;

/**
 * The {@code [assistant]} section: what language models and programs of others may learn, and by which door.
 *
 * @param mask dimensions whose values a language model is told placeholders for
 * @param withhold dimensions that neither a language model nor a program of others is told anything of
 * @param mcp whether the endpoint for agents answers
 * @param tools the tools that agents are offered; none listed: all
 */
public record AssistantSettings(List<String> mask, List<String> withhold, boolean mcp, List<String> tools) {
    /** Where the section is left out. */
    public static final AssistantSettings DEFAULT = new AssistantSettings(List.of(), List.of(), false, List.of());

    /** The names of all tools. */
    public static final List<String> TOOLS = List.of(
            "list_metrics",
            "describe_metric",
            "list_values",
            "query_metric",
            "query_customers",
            "list_reports",
            "get_report",
            "explain_number",
            "data_health",
            "compute",
            "draw_chart");

    public AssistantSettings {
        mask = List.copyOf(mask);
        withhold = List.copyOf(withhold);
        tools = List.copyOf(tools);
    }
}
