package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.ArgumentCheck;
import com.cdhdashboard.assistant.question.Withheld;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of tools: what may be asked, and the only way to ask it. Arguments are checked against what the tool says
 * that it takes, and answers are limited in rows, size and time. Safe for use by many threads.
 */
public final class Tools {
    /** Longer than the slowest question of a large store takes. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int LONGEST_NAME = 60;

    private final List<Tool> tools;
    private final TimeLimit limit;

    Tools(List<Tool> tools, TimeLimit limit) {
        this.tools = List.copyOf(tools);
        this.limit = limit;
    }

    /** All there are, in the order in which they are listed. */
    public static Tools all() {
        return new Tools(
                List.of(
                        new ListMetrics(),
                        new DescribeMetric(),
                        new ListValues(),
                        new QueryMetric(),
                        new QueryCustomers(),
                        new ListReports(),
                        new GetReport(),
                        new ExplainNumber(),
                        new DataHealth(Clock.systemUTC()),
                        new Compute(),
                        new DrawChart()),
                new TimeLimit(LONGEST));
    }

    /** Those of these names; all where none is named. */
    public Tools only(Collection<String> names) {
        return names.isEmpty()
                ? this
                : new Tools(
                        tools.stream()
                                .filter(tool -> names.contains(tool.name()))
                                .toList(),
                        limit);
    }

    public List<Tool> list() {
        return tools;
    }

    public List<String> names() {
        return tools.stream().map(Tool::name).toList();
    }

    public Optional<Tool> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /**
     * Asks.
     *
     * @param arguments a text that should be a JSON object; nothing of it is trusted
     * @throws UserException if it cannot be answered as asked: where, what was found, what is allowed
     */
    public ToolAnswer call(Snapshot now, String name, String arguments) {
        Tool tool = find(name).orElseThrow(() -> unknown(name));
        ObjectNode checked = ArgumentCheck.read(name, tool.parameters(), arguments);
        return limit.answer(name, () -> Withheld.of(now).silent(() -> tool.answer(now, checked)));
    }

    private UserException unknown(String name) {
        String asked = ShortText.of(name, LONGEST_NAME);
        return new UserException(UserException.Kind.NOT_FOUND, DidYouMean.refusal("tool", asked, names()));
    }
}
