package com.cdhdashboard.assistant.prose;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Text to be read as it is, or by what reads Markdown; in both without links. */
public final class ProseText {
    private final boolean marked;

    private ProseText(boolean marked) {
        this.marked = marked;
    }

    /** Paragraphs with an empty line between them, and no marks. */
    public static String plain(Prose prose) {
        return new ProseText(false).blocks(prose.blocks(), "\n\n");
    }

    /** Markdown that {@link ProseReader} reads as the same text. */
    public static String markdown(Prose prose) {
        return new ProseText(true).blocks(prose.blocks(), "\n\n");
    }

    /** The words of a line without any marks. */
    public static String of(List<Inline> pieces) {
        return new ProseText(false).pieces(pieces);
    }

    private String blocks(List<Block> blocks, String between) {
        return blocks.stream().map(this::block).collect(Collectors.joining(between));
    }

    private String block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return pieces(paragraph.pieces());
        }
        if (block instanceof Block.Heading heading) {
            return (marked ? "### " : "") + pieces(heading.pieces());
        }
        if (block instanceof Block.Listing listing) {
            return listing(listing);
        }
        Block.Grid grid = (Block.Grid) block;
        String head = row(grid.head());
        String rule = marked ? "\n" + "| --- ".repeat(grid.head().size()) + "|" : "";
        return head
                + rule
                + grid.rows().stream().map(cells -> "\n" + row(cells)).collect(Collectors.joining());
    }

    private String listing(Block.Listing listing) {
        StringBuilder lines = new StringBuilder();
        int number = 1;
        for (Block.Item item : listing.items()) {
            String mark = listing.ordered() ? number++ + ". " : "- ";
            String inner = blocks(item.blocks(), "\n").replace("\n", "\n" + " ".repeat(mark.length()));
            lines.append(lines.length() == 0 ? "" : "\n").append(mark).append(inner);
        }
        return lines.toString();
    }

    private String row(List<Block.Cell> cells) {
        UnaryOperator<String> flat = text -> marked ? text.replace("|", "\\|").replace('\n', ' ') : text;
        String joined = cells.stream()
                .map(cell -> flat.apply(pieces(cell.pieces())))
                .collect(Collectors.joining(marked ? " | " : "\t"));
        return marked ? "| " + joined + " |" : joined;
    }

    private String pieces(List<Inline> pieces) {
        return pieces.stream().map(this::piece).collect(Collectors.joining());
    }

    private String piece(Inline piece) {
        if (piece instanceof Inline.Text text) {
            return marked ? escaped(text.text()) : text.text();
        }
        if (piece instanceof Inline.Strong strong) {
            return marked("**", pieces(strong.pieces()));
        }
        if (piece instanceof Inline.Emphasis emphasis) {
            return marked("*", pieces(emphasis.pieces()));
        }
        if (piece instanceof Inline.Code code) {
            return marked ? coded(code.text()) : code.text();
        }
        if (piece instanceof Inline.Number number) {
            return marked ? escaped(number.text()) : number.text();
        }
        return marked ? "\\\n" : "\n";
    }

    private String marked(String mark, String text) {
        return marked ? mark + text + mark : text;
    }

    /** Between more backticks than it holds. */
    private static String coded(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence = fence + "`";
        }
        boolean edge = text.startsWith("`") || text.endsWith("`");
        return fence + (edge ? " " + text + " " : text) + fence;
    }

    /** Every character that could mark something stands for itself. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean marks = "\\`*_[]<>|&#~".indexOf(c) >= 0;
            boolean begins = i == 0 && "-+=".indexOf(c) >= 0;
            escaped.append(marks || begins || isListMark(text, i) ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    /** The point or bracket behind a number that begins a line. */
    private static boolean isListMark(String text, int at) {
        return (text.charAt(at) == '.' || text.charAt(at) == ')')
                && at > 0
                && (at + 1 == text.length() || text.charAt(at + 1) == ' ')
                && text.substring(0, at).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
