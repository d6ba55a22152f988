package com.cdhdashboard.plotly;

import java.util.Locale;
import java.util.Set;

/**
 * Takes comments and indentation out of a script. Line ends stay, since statements may end there; so do comments that say
 * whose the script is.
 */
final class Slimming {
    private static final Set<String> BEFORE_A_PATTERN = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "instanceof", "new", "do", "else", "throw");

    private final String script;
    private final StringBuilder slim;
    private int at;

    private Slimming(String script) {
        this.script = script;
        this.slim = new StringBuilder(script.length());
    }

    static String of(String script) {
        Slimming slimming = new Slimming(script);
        slimming.code(false);
        return slimming.slim.toString();
    }

    /** Goes on to the end, or to the brace that ends what stands within a text. */
    private void code(boolean within) {
        int open = 0;
        while (at < script.length()) {
            char now = script.charAt(at);
            open += now == '{' ? 1 : now == '}' ? -1 : 0;
            if (within && open < 0) {
                return;
            }
            step(now);
        }
    }

    private void step(char now) {
        if (now == '"' || now == '\'') {
            quoted(now);
        } else if (now == '`') {
            template();
        } else if (now == '/') {
            slash();
        } else if (now == '\n' || now == ' ' || now == '\t') {
            space(now);
        } else {
            copy(1);
        }
    }

    private void copy(int length) {
        slim.append(script, at, at + length);
        at += length;
    }

    private void space(char now) {
        at++;
        if (now == '\n') {
            lineEnd();
        } else {
            blank();
        }
    }

    private void blank() {
        if (!slim.isEmpty() && !Character.isWhitespace(slim.charAt(slim.length() - 1))) {
            slim.append(' ');
        }
    }

    private void lineEnd() {
        while (!slim.isEmpty() && slim.charAt(slim.length() - 1) == ' ') {
            slim.setLength(slim.length() - 1);
        }
        if (!slim.isEmpty() && slim.charAt(slim.length() - 1) != '\n') {
            slim.append('\n');
        }
    }

    private void quoted(char quote) {
        copy(1);
        while (script.charAt(at) != quote) {
            copy(script.charAt(at) == '\\' ? 2 : 1);
        }
        copy(1);
    }

    private void template() {
        copy(1);
        while (script.charAt(at) != '`') {
            if (script.startsWith("${", at)) {
                copy(2);
                code(true);
            } else {
                copy(script.charAt(at) == '\\' ? 2 : 1);
            }
        }
        copy(1);
    }

    private void slash() {
        if (script.startsWith("//", at)) {
            int end = script.indexOf('\n', at);
            at = end < 0 ? script.length() : end;
        } else if (script.startsWith("/*", at)) {
            comment(script.indexOf("*/", at) + 2);
        } else {
            copy(beginsPattern() ? patternLength() : 1);
        }
    }

    private void comment(int end) {
        String text = script.substring(at, end).toLowerCase(Locale.ROOT);
        if (text.startsWith("/*!") || text.contains("license") || text.contains("copyright")) {
            copy(end - at);
        } else {
            at = end;
            if (text.contains("\n")) {
                lineEnd();
            } else {
                blank();
            }
        }
    }

    /** Whether a slash begins a pattern rather than divides, which what is before it tells. */
    private boolean beginsPattern() {
        int last = slim.length() - 1;
        while (last >= 0 && Character.isWhitespace(slim.charAt(last))) {
            last--;
        }
        if (last < 0 || "(,=:[!&|?{;+-*%~^<>".indexOf(slim.charAt(last)) >= 0) {
            return true;
        }
        int first = last;
        while (first >= 0 && Character.isJavaIdentifierPart(slim.charAt(first))) {
            first--;
        }
        return BEFORE_A_PATTERN.contains(slim.substring(first + 1, last + 1));
    }

    /** How long the pattern is; 1 where it does not end on its line, so that it is none. */
    private int patternLength() {
        boolean set = false;
        for (int end = at + 1; end < script.length() && script.charAt(end) != '\n'; end++) {
            char now = script.charAt(end);
            if (now == '\\') {
                end++;
            } else if (now == '/' && !set) {
                return end + 1 - at;
            } else {
                set = now == '[' || (set && now != ']');
            }
        }
        return 1;
    }
}
