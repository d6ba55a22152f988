package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.assistant.StoredChat;
import com.cdhdashboard.app.output.CellText;
import com.cdhdashboard.assistant.chat.Asked;
import com.cdhdashboard.assistant.chat.ChatText;
import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A chat as a file to keep. */
final class ChatExport {
    private static final int MOST_ROWS = 50;

    private ChatExport() {}

    /**
     * Markdown; charts as tables with the address of their page.
     *
     * @param address of a page on this server
     */
    static String markdown(StoredChat chat, UnaryOperator<String> address) {
        return "# " + escaped(chat.name()) + "\n\n" + ChatText.markdown(chat.chat(), asked -> chart(asked, address));
    }

    private static String chart(Asked asked, UnaryOperator<String> address) {
        String link = asked.answer()
                .flatMap(ToolAnswer::page)
                .map(page -> "[" + AskedWords.what(asked.tool()) + "](" + address.apply(page) + ")")
                .orElse(AskedWords.what(asked.tool()));
        return link
                + asked.answer()
                        .flatMap(ToolAnswer::table)
                        .map(table -> "\n\n" + table(table, asked))
                        .orElse("");
    }

    private static String table(Table table, Asked asked) {
        ScoreCatalogue scores = AskedViews.scores(AskedWords.arguments(asked.arguments()));
        CellText texts = new CellText(table.columns(), scores);
        StringBuilder text = new StringBuilder();
        line(text, table.columns().stream().map(Column::name).toList());
        line(text, table.columns().stream().map(column -> "---").toList());
        for (List<@Nullable Object> row :
                table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
            line(
                    text,
                    IntStream.range(0, row.size())
                            .mapToObj(i -> texts.text(row, i))
                            .toList());
        }
        int more = table.rows().size() - MOST_ROWS;
        return (more > 0 ? text + "\n" + more + " more rows are on the page.\n" : text.toString()).stripTrailing();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ")
                .append(cells.stream().map(ChatExport::escaped).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** What means something in Markdown stands for itself. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
