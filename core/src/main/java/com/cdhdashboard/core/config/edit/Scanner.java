package com.cdhdashboard.core.config.edit;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;

/** Finds where statements, keys and values stand in text that is known to be valid TOML. */
final class Scanner {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private final List<KeyPlace> keys = new ArrayList<>();
    private final List<Range> quoted = new ArrayList<>();
    private List<String> table = List.of();
    private int at;

    private Scanner(String text) {
        this.text = text;
    }

    static Layout scan(String text) {
        Scanner scanner = new Scanner(text);
        scanner.document();
        return new Layout(text, scanner.statements, scanner.keys, scanner.quoted);
    }

    private void document() {
        at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int comment = -1;
        boolean directlyBelow = false;
        while (at < text.length()) {
            int line = at;
            blanks();
            if (is('#')) {
                comment = comment < 0 ? line : comment;
                nextLine();
                continue;
            }
            if (atLineEnd()) {
                closeTail(comment, line, directlyBelow);
                comment = -1;
                directlyBelow = false;
                nextLine();
                continue;
            }
            statement(comment < 0 ? line : comment);
            comment = -1;
            directlyBelow = true;
        }
        closeTail(comment, text.length(), directlyBelow);
    }

    /** Comments that end at a blank line belong to what stands directly above them. */
    private void closeTail(int comment, int end, boolean directlyBelow) {
        if (comment >= 0 && directlyBelow) {
            int last = statements.size() - 1;
            statements.set(last, statements.get(last).withTail(end));
        }
    }

    private void statement(int start) {
        Statement.Kind kind = Statement.Kind.KEY;
        if (is('[')) {
            kind = text.startsWith("[[", at) ? Statement.Kind.ELEMENT : Statement.Kind.TABLE;
            at += kind == Statement.Kind.ELEMENT ? 2 : 1;
            table = List.of();
        }
        blanks();
        int key = at;
        List<String> path = keyPath(table, true);
        int keyEnd = at;
        blanks();
        at++;
        int value = at;
        int valueEnd = at;
        if (kind == Statement.Kind.KEY) {
            blanks();
            value = at;
            value(path);
            valueEnd = at;
        } else {
            table = path;
        }
        nextLine();
        statements.add(new Statement(kind, table, path, start, key, keyEnd, value, valueEnd, at, at));
    }

    private List<String> keyPath(List<String> parent, boolean kept) {
        List<String> path = new ArrayList<>(parent);
        while (true) {
            int start = at;
            if (is('"') || is('\'')) {
                quoted(1);
            } else {
                while (at < text.length() && ".=] \t".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
            path.addAll(Toml.parseDottedKey(text.substring(start, at)));
            if (kept) {
                keys.add(new KeyPlace(path, start, at));
            }
            int end = at;
            blanks();
            if (!is('.')) {
                at = end;
                return path;
            }
            at++;
            blanks();
        }
    }

    private void value(List<String> path) {
        if (text.startsWith("\"\"\"", at) || text.startsWith("'''", at)) {
            quoted(3);
        } else if (is('"') || is('\'')) {
            quoted(1);
        } else if (is('[')) {
            items(']', path);
        } else if (is('{')) {
            items('}', path);
        } else {
            scalar();
        }
    }

    private void scalar() {
        while (at < text.length() && ",]}#\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        while (isBlank(text.charAt(at - 1))) {
            at--;
        }
    }

    /** What stands in a list, or in an inline table; the keys of tables in lists have no path of their own. */
    private void items(char close, List<String> path) {
        at++;
        skipSpace();
        while (at < text.length() && !is(close)) {
            if (close == '}') {
                List<String> inner = keyPath(path, !path.isEmpty());
                blanks();
                at++;
                skipSpace();
                value(path.isEmpty() ? List.of() : inner);
            } else {
                value(List.of());
            }
            skipSpace();
            if (is(',')) {
                at++;
                skipSpace();
            }
        }
        at = Math.min(at + 1, text.length());
    }

    private void quoted(int length) {
        int start = at;
        char quote = text.charAt(at);
        String close = text.substring(at, at + length);
        at += length;
        while (at < text.length() && !text.startsWith(close, at)) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + length, text.length());
        // Up to two quotes may stand directly before the closing three
        for (int more = 0; length == 3 && more < 2 && is(quote); more++) {
            at++;
        }
        quoted.add(new Range(start, at));
    }

    private void skipSpace() {
        while (at < text.length()) {
            if (is('#')) {
                nextLine();
            } else if (isBlank(text.charAt(at)) || is('\n') || is('\r')) {
                at++;
            } else {
                return;
            }
        }
    }

    private void blanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private void nextLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private boolean atLineEnd() {
        return at >= text.length() || is('\n') || text.startsWith("\r\n", at);
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
