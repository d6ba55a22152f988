package com.cdhdashboard.assistant.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the Markdown that models write. Links and images become the words in them, HTML the text that it is; characters that
 * cannot be seen, or turn the direction of others round, are left out. Any text can be read.
 */
public final class ProseReader {
    /** No text of a model is longer; what is beyond is left out. */
    private static final int LONGEST = 40_000;
    /** Lists in lists in lists are flattened from here. */
    private static final int DEEPEST = 6;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, FencedCodeBlock.class, ThematicBreak.class))
            .maxOpenBlockParsers(4 * DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.NONE)
            .build();

    private final UnaryOperator<String> words;

    private ProseReader(UnaryOperator<String> words) {
        this.words = words;
    }

    public static Prose read(String markdown) {
        return read(markdown, UnaryOperator.identity());
    }

    /**
     * Reads, and then changes words, so that no word that is put in can mark anything.
     *
     * @param change is told the words between marks
     */
    public static Prose read(String markdown, UnaryOperator<String> change) {
        String text = visible(markdown.length() > LONGEST ? markdown.substring(0, LONGEST) : markdown);
        return new Prose(new ProseReader(words -> visible(change.apply(words))).blocks(PARSER.parse(text), 0));
    }

    /** The text without format and control characters, and with plain digits. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !isHidden(Character.getType(c)))
                .forEach(c -> visible.appendCodePoint(plain(c)));
        return visible.toString();
    }

    /** Digits and signs around them have many forms; here each has one, so that a number is read as it is checked. */
    private static int plain(int c) {
        if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(c, 10);
        }
        return switch (c) {
            case '\uff05', '\u066a', '\ufe6a' -> '%';
            case '\uff0e', '\u066b' -> '.';
            case '\uff0c', '\u066c' -> ',';
            case '\uff0d', '\u2010', '\u2011', '\ufe63' -> '-';
            default -> c;
        };
    }

    private static boolean isHidden(int type) {
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private List<Block> blocks(Node parent, int depth) {
        List<Block> blocks = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            addBlock(child, depth, blocks);
        }
        return blocks;
    }

    private void addBlock(Node node, int depth, List<Block> blocks) {
        if (depth > DEEPEST) {
            blocks.add(new Block.Paragraph(List.of(new Inline.Text(words.apply(words(node))))));
        } else if (node instanceof Paragraph) {
            blocks.add(new Block.Paragraph(inlines(node, 0)));
        } else if (node instanceof Heading) {
            blocks.add(new Block.Heading(inlines(node, 0)));
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            blocks.add(new Block.Listing(node instanceof OrderedList, items(node, depth)));
        } else if (node instanceof TableBlock) {
            grid(node, blocks);
        } else if (node instanceof FencedCodeBlock code && !code.getLiteral().isBlank()) {
            blocks.add(new Block.Paragraph(
                    List.of(new Inline.Code(words.apply(code.getLiteral().strip())))));
        }
    }

    private List<Block.Item> items(Node list, int depth) {
        List<Block.Item> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(new Block.Item(blocks(item, depth + 1)));
        }
        return items;
    }

    private void grid(Node table, List<Block> blocks) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Grid(rows.get(0), rows.subList(1, rows.size())));
        }
    }

    private List<Block.Cell> cells(Node row) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(new Block.Cell(inlines(cell, 0)));
            }
        }
        return cells;
    }

    private List<Inline> inlines(Node parent, int depth) {
        List<Inline> pieces = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            addInline(child, depth, pieces);
        }
        return pieces;
    }

    private void addInline(Node node, int depth, List<Inline> pieces) {
        if (depth > DEEPEST) {
            pieces.add(new Inline.Text(words.apply(words(node))));
        } else if (node instanceof StrongEmphasis) {
            pieces.add(new Inline.Strong(inlines(node, depth + 1)));
        } else if (node instanceof Emphasis) {
            pieces.add(new Inline.Emphasis(inlines(node, depth + 1)));
        } else if (node instanceof Code code) {
            pieces.add(new Inline.Code(words.apply(code.getLiteral())));
        } else if (node instanceof HardLineBreak) {
            pieces.add(new Inline.LineBreak());
        } else if (node.getFirstChild() == null) {
            String told = words.apply(literal(node));
            if (!told.isEmpty()) {
                pieces.add(new Inline.Text(told));
            }
        } else {
            pieces.addAll(inlines(node, depth + 1));
        }
    }

    /** The characters of a node and of what is in it, however deep. */
    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        Node at = node;
        while (true) {
            words.append(visible(literal(at)));
            Node next = at.getFirstChild();
            while (next == null && at != node) {
                next = at.getNext();
                at = next == null ? at.getParent() : at;
            }
            if (next == null) {
                return words.toString();
            }
            at = next;
        }
    }

    private static String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof HtmlInline html) {
            return html.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof FencedCodeBlock code) {
            return code.getLiteral();
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak || node instanceof Paragraph ? " " : "";
    }
}
