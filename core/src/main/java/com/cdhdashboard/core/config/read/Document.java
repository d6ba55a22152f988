package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.edit.ParsedToml;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The text of one file and what TOML makes of it; knows where in the text each value stands. */
final class Document {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();
    private final ParsedToml toml;

    private Document(String file, String text, ParsedToml toml) {
        this.file = file;
        this.text = text;
        lineStarts.add(0);
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            lineStarts.add(end + 1);
        }
        this.toml = toml;
    }

    static Document parse(String text, String file) {
        String plain = plain(text);
        return new Document(file, plain, ParsedToml.of(plain));
    }

    /** Of a text that the library has read already; places in it are others only where lines end in two characters. */
    static Document of(TomlText text, String file) {
        String plain = plain(text.text());
        return new Document(file, plain, text.text().contains("\r") ? ParsedToml.of(plain) : text.toml());
    }

    private static String plain(String text) {
        String withoutMark = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return withoutMark.replace("\r\n", "\n");
    }

    TomlTable table() {
        return toml.values();
    }

    Position start() {
        return new Position(file, 1, 1);
    }

    Position position(TomlPosition position) {
        return new Position(file, toml.line(position), position.column());
    }

    /** Whether every line is TOML; if not, a key that is not there may only have been unreadable. */
    boolean wellFormed() {
        return toml.faults().isEmpty();
    }

    List<Problem> syntaxProblems() {
        return toml.faults().stream()
                .map(fault -> new Problem(
                        Severity.ERROR,
                        Optional.of(new Position(file, fault.line(), fault.column())),
                        "",
                        "not valid TOML: " + advice(fault)))
                .toList();
    }

    private String advice(ParsedToml.Fault fault) {
        String message = fault.message();
        if (message.startsWith("Invalid escape sequence")) {
            return message + "; double the backslash, or put the text in single quotes";
        }
        if (message.contains("previously defined")) {
            return message + "; remove or rename one of the two";
        }
        if (message.endsWith(" or a character") || message.endsWith("expected '")) {
            return message + "; close the text with the quotes it began with";
        }
        int offset = offset(fault.line(), fault.column());
        boolean word = offset < text.length() && Character.isLetter(text.codePointAt(offset));
        return message.endsWith("expected a value") && word
                ? message + "; put text in quotes, and write true and false in lower case"
                : message;
    }

    /**
     * Whether a place lies below a table header that could not be used. TOML then counts the keys there to the table
     * before, and what is said about them would be wrong.
     */
    boolean belowBrokenHeader(Position position) {
        return toml.faults().stream()
                .map(ParsedToml.Fault::line)
                .filter(line -> line < position.line() && isHeader(line))
                .anyMatch(line -> nextHeader(line) > position.line());
    }

    private int nextHeader(int line) {
        int next = line + 1;
        while (next <= lineStarts.size() && !isHeader(next)) {
            next++;
        }
        return next;
    }

    private boolean isHeader(int line) {
        return line <= lineStarts.size() && line(line).strip().startsWith("[");
    }

    private String line(int line) {
        int end = line < lineStarts.size() ? lineStarts.get(line) : text.length();
        return text.substring(lineStarts.get(line - 1), end);
    }

    /** The value of a key as expression text; the place is that of the value's first character. */
    SourceText valueOfKey(TomlPosition key, String value) {
        return stringAt(afterEquals(offset(key)), value);
    }

    /** An element of a list as expression text. */
    SourceText element(TomlPosition element, String value) {
        return stringAt(offset(element), value);
    }

    private int afterEquals(int key) {
        int at = key;
        while (at < text.length() && text.charAt(at) != '=') {
            char c = text.charAt(at);
            at = c == '"' || c == '\'' ? afterQuoted(at) : at + 1;
        }
        at++;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private int afterQuoted(int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private SourceText stringAt(int start, String value) {
        String delimiter = delimiterAt(start);
        int content = start + delimiter.length();
        // TOML drops a line break right after the opening quotes of a multi-line string
        if (delimiter.length() > 1 && text.startsWith("\n", content)) {
            content++;
        }
        boolean verbatim = text.startsWith(value, content) && text.startsWith(delimiter, content + value.length());
        return new SourceText(value, positionOf(content), verbatim);
    }

    private String delimiterAt(int start) {
        return List.of("\"\"\"", "'''", "\"", "'").stream()
                .filter(quotes -> text.startsWith(quotes, start))
                .findFirst()
                .orElse("");
    }

    private int offset(TomlPosition position) {
        return offset(toml.line(position), position.column());
    }

    private int offset(int line, int column) {
        int lineStart = lineStarts.get(Math.min(line, lineStarts.size()) - 1);
        int left = text.codePointCount(lineStart, text.length());
        return text.offsetByCodePoints(lineStart, Math.min(column - 1, left));
    }

    private Position positionOf(int offset) {
        int within = Math.min(offset, text.length());
        int line = 1;
        while (line < lineStarts.size() && lineStarts.get(line) <= within) {
            line++;
        }
        return new Position(file, line, text.codePointCount(lineStarts.get(line - 1), within) + 1);
    }
}
