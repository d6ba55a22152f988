package com.cdhdashboard.core.config.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of TOML without most of the lines of long rows that hold a comment or nothing, and which of its lines those are
 * that stayed. In quotes, and where a text is not valid, all lines stay that could mean anything.
 */
final class FewerComments {
    private static final int MOST_IN_A_ROW = 20;
    private static final List<String> THREE = List.of("\"\"\"", "'''");

    private final StringBuilder kept = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();
    /** The three quotes that the text before this line has not closed; empty outside of such. */
    private String open = "";

    private FewerComments() {}

    static FewerComments of(String text) {
        FewerComments fewer = new FewerComments();
        int line = 1;
        int inARow = 0;
        for (int at = 0; at <= text.length(); line++) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed + 1;
            inARow = fewer.open.isEmpty() && isIdle(text, at, end) ? inARow + 1 : 0;
            // The last line is where faults at the end of the text are
            if (inARow <= MOST_IN_A_ROW || feed < 0) {
                fewer.kept.append(text, at, end);
                fewer.lines.add(line);
                fewer.open = open(text, at, end, fewer.open);
            }
            at = feed < 0 ? text.length() + 1 : end;
        }
        return fewer;
    }

    String text() {
        return kept.toString();
    }

    /** Whether the whole text stayed. */
    boolean all() {
        return lines.get(lines.size() - 1) == lines.size();
    }

    /** Which line of the whole text a line is. */
    int line(int number) {
        int last = lines.size();
        return number <= last ? lines.get(Math.max(number, 1) - 1) : lines.get(last - 1) + number - last;
    }

    /** Whether a line holds a comment or nothing; one with a character that no comment may have does not. */
    private static boolean isIdle(String text, int start, int end) {
        int last = end;
        if (last > start && text.charAt(last - 1) == '\n') {
            last--;
        }
        if (last > start && text.charAt(last - 1) == '\r') {
            last--;
        }
        boolean comment = false;
        for (int at = start; at < last; at++) {
            char c = text.charAt(at);
            comment = comment || c == '#';
            boolean blank = c == ' ' || c == '\t';
            if (!blank && (!comment || c < ' ' || c == '\u007f')) {
                return false;
            }
        }
        return true;
    }

    /** Which three quotes are open behind a line. */
    private static String open(String text, int start, int end, String before) {
        String open = before;
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (!open.isEmpty()) {
                boolean closes = text.startsWith(open, at);
                at += closes ? closing(text, at) : c == '\\' && open.equals(THREE.get(0)) ? 2 : 1;
                open = closes ? "" : open;
            } else if (c == '#') {
                return "";
            } else if (c == '"' || c == '\'') {
                String three = THREE.get(c == '"' ? 0 : 1);
                open = text.startsWith(three, at) ? three : "";
                at = open.isEmpty() ? afterQuoted(text, at, end) : at + three.length();
            } else {
                at++;
            }
        }
        return open;
    }

    /** How many quotes close: up to two may stand directly before the three. */
    private static int closing(String text, int start) {
        int length = THREE.get(0).length();
        while (length < 5 && text.startsWith(text.substring(start, start + 1), start + length)) {
            length++;
        }
        return length;
    }

    /** Behind the closing quote, or at the end of a line that has none. */
    private static int afterQuoted(String text, int start, int end) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < end && text.charAt(at) != quote) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
