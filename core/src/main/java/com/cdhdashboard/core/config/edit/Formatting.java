package com.cdhdashboard.core.config.edit;

import java.util.ArrayList;
import java.util.List;

/** Writes a document anew, statement by statement, with the usual white space. */
final class Formatting {
    private static final String INDENT = "    ";

    private final Layout layout;
    private final String text;
    private final StringBuilder result = new StringBuilder();
    private boolean blank;
    /** How many keys are written, or stand in inline tables that are. */
    private int key;

    /** How many of the quoted ranges end before the line that is written. */
    private int passed;

    Formatting(Layout layout) {
        this.layout = layout;
        this.text = layout.text();
    }

    String formatted() {
        String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        int done = mark.length();
        for (Statement statement : layout.statements()) {
            comments(text.substring(done, statement.start()));
            blank |= statement.header();
            comments(text.substring(statement.start(), lineStart(statement)));
            line(statement.header() ? header(statement) : keyValue(statement));
            done = statement.end();
        }
        comments(text.substring(done));
        return mark + result.toString().replace("\r\n", "\n").replace("\n", layout.newline());
    }

    private int lineStart(Statement statement) {
        return Math.max(text.lastIndexOf('\n', statement.key() - 1) + 1, statement.start());
    }

    /** What stands between statements, with one blank line where there were some. */
    private void comments(String between) {
        between.lines().map(String::strip).forEach(each -> {
            if (each.isEmpty()) {
                blank = true;
            } else {
                line(each);
            }
        });
    }

    private void line(String line) {
        if (blank && !result.isEmpty()) {
            result.append('\n');
        }
        blank = false;
        result.append(line).append('\n');
    }

    private String header(Statement statement) {
        boolean element = statement.kind() == Statement.Kind.ELEMENT;
        int closed = element ? text.indexOf(']', statement.value()) + 1 : statement.value();
        return (element ? "[[" : "[") + keys(statement) + (element ? "]]" : "]") + behind(closed, statement.end());
    }

    private String keyValue(Statement statement) {
        return keys(statement) + " = " + value(statement) + behind(statement.valueEnd(), statement.end());
    }

    private String keys(Statement statement) {
        List<String> written = new ArrayList<>();
        while (key < layout.keys().size() && layout.keys().get(key).end() <= statement.keyEnd()) {
            KeyPlace place = layout.keys().get(key++);
            if (place.start() >= statement.key()) {
                written.add(text.substring(place.start(), place.end()));
            }
        }
        return String.join(".", written);
    }

    /** A comment stays as far from the value as it is. */
    private String behind(int from, int to) {
        String rest = text.substring(from, to).stripTrailing();
        return rest.startsWith("#") ? " " + rest : rest;
    }

    private String value(Statement statement) {
        StringBuilder value = new StringBuilder();
        int depth = 0;
        int at = statement.value();
        while (at < statement.valueEnd()) {
            int lineBreak = text.indexOf('\n', at);
            boolean last = lineBreak < 0 || lineBreak >= statement.valueEnd();
            int end = last ? statement.valueEnd() : lineBreak;
            boolean quotedAtStart = quoted(at);
            String line = text.substring(at, end);
            boolean first = at == statement.value();
            if (!first && !quotedAtStart) {
                String bare = line.strip();
                int within = bare.startsWith("]") || bare.startsWith("}") ? depth - 1 : depth;
                line = bare.isEmpty() ? "" : INDENT.repeat(within) + line.stripLeading();
            }
            value.append(last || quoted(end) ? line : line.stripTrailing()).append(last ? "" : "\n");
            depth += deeper(at, end);
            at = end + 1;
        }
        return value.toString();
    }

    /** How many more brackets open than close in a line. */
    private int deeper(int from, int to) {
        int deeper = 0;
        int at = from;
        while (at < to) {
            Range range = rangeFrom(at);
            if (at >= range.start()) {
                at = range.end();
                continue;
            }
            char c = text.charAt(at);
            if (c == '#') {
                return deeper;
            }
            deeper += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            at++;
        }
        return deeper;
    }

    private boolean quoted(int offset) {
        return rangeFrom(offset).holds(offset);
    }

    /** The first quoted range that ends behind an offset; offsets never go back by more than a line. */
    private Range rangeFrom(int offset) {
        while (passed > 0 && layout.quoted().get(passed - 1).end() > offset) {
            passed--;
        }
        while (passed < layout.quoted().size() && layout.quoted().get(passed).end() <= offset) {
            passed++;
        }
        return passed < layout.quoted().size() ? layout.quoted().get(passed) : new Range(text.length(), text.length());
    }
}
