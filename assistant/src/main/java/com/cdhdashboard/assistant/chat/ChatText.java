package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.prose.ProseText;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chats as files to be read elsewhere. */
public final class ChatText {
    private ChatText() {}

    /** Blocks that begin with {@code User:} and {@code Assistant:}, with an empty line between them; charts by their questions. */
    public static String plain(Chat chat) {
        return chat.exchanges().stream()
                .map(exchange -> "User: " + exchange.question() + "\n\nAssistant: " + plain(exchange))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String plain(Exchange exchange) {
        String charts = exchange.charts().stream()
                .map(chart -> "\n\n[Chart: " + chart.arguments() + "]")
                .collect(Collectors.joining());
        return exchange.outcome() instanceof Exchange.Answer answer
                ? ProseText.plain(answer.prose()) + charts
                : ((Exchange.Failure) exchange.outcome()).sentence();
    }

    /**
     * Markdown with a heading for each question, and below each answer what was asked for it.
     *
     * @param chart the Markdown that shows a chart, such as an image
     */
    public static String markdown(Chat chat, Function<Asked, String> chart) {
        return chat.exchanges().stream()
                .map(exchange -> markdown(exchange, chart))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String markdown(Exchange exchange, Function<Asked, String> chart) {
        StringBuilder text = new StringBuilder("## ")
                .append(exchange.question().strip().replaceAll("\\s+", " ").replace("<", "\\<"))
                .append("\n\n");
        if (exchange.outcome() instanceof Exchange.Answer answer) {
            text.append(ProseText.markdown(answer.prose()));
        } else {
            text.append('*')
                    .append(((Exchange.Failure) exchange.outcome()).sentence())
                    .append('*');
        }
        exchange.charts().forEach(asked -> text.append("\n\n").append(chart.apply(asked)));
        if (!exchange.asked().isEmpty()) {
            text.append("\n\nAsked:\n");
            exchange.asked()
                    .forEach(asked -> text.append("\n- ")
                            .append(asked.id())
                            .append(": `")
                            .append((asked.tool() + " " + asked.arguments()).replace('`', '\''))
                            .append('`'));
        }
        return text.toString();
    }
}
