package com.cdhdashboard.assistant.prose;

import java.util.List;

/**
 * Text as HTML of a few elements without any attribute that a model has a say in. A number is a link to the element whose id
 * is that of the question to a tool, and says row and column in {@code data-row} and {@code data-column}.
 */
public final class ProseHtml {
    private final StringBuilder html = new StringBuilder();

    private ProseHtml() {}

    public static String of(Prose prose) {
        ProseHtml writer = new ProseHtml();
        prose.blocks().forEach(writer::block);
        return writer.html.toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            element("p", paragraph.pieces());
        } else if (block instanceof Block.Heading heading) {
            element("h4", heading.pieces());
        } else if (block instanceof Block.Listing listing) {
            String name = listing.ordered() ? "ol" : "ul";
            html.append('<').append(name).append('>');
            listing.items().forEach(this::item);
            html.append("</").append(name).append('>');
        } else if (block instanceof Block.Grid grid) {
            html.append("<table class=\"table table-sm\"><thead>");
            row("th", grid.head());
            html.append("</thead><tbody>");
            grid.rows().forEach(cells -> row("td", cells));
            html.append("</tbody></table>");
        }
    }

    private void item(Block.Item item) {
        html.append("<li>");
        List<Block> blocks = item.blocks();
        if (!blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph first) {
            first.pieces().forEach(this::piece);
            blocks.subList(1, blocks.size()).forEach(this::block);
        } else {
            blocks.forEach(this::block);
        }
        html.append("</li>");
    }

    private void row(String name, List<Block.Cell> cells) {
        html.append("<tr>");
        cells.forEach(cell -> element(name, cell.pieces()));
        html.append("</tr>");
    }

    private void element(String name, List<Inline> pieces) {
        html.append('<').append(name).append('>');
        pieces.forEach(this::piece);
        html.append("</").append(name).append('>');
    }

    private void piece(Inline piece) {
        if (piece instanceof Inline.Text text) {
            escaped(text.text());
        } else if (piece instanceof Inline.Strong strong) {
            element("strong", strong.pieces());
        } else if (piece instanceof Inline.Emphasis emphasis) {
            element("em", emphasis.pieces());
        } else if (piece instanceof Inline.Code code) {
            element("code", List.of(new Inline.Text(code.text())));
        } else if (piece instanceof Inline.Number number) {
            number(number);
        } else {
            html.append("<br>");
        }
    }

    private void number(Inline.Number number) {
        NumberLink link = number.link();
        html.append("<a class=\"number\" href=\"#");
        escaped(link.asked());
        html.append('"');
        link.row().ifPresent(row -> html.append(" data-row=\"").append(row).append('"'));
        html.append(" data-column=\"");
        escaped(link.column());
        html.append(link.ambiguous() ? "\" data-ambiguous>" : "\">");
        escaped(number.text());
        html.append("</a>");
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
