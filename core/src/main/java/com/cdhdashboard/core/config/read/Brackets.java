package com.cdhdashboard.core.config.read;

/** Whether the brackets and quotes of expression text close; more about expressions is not known here. */
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private Brackets() {}

    static boolean close(String text) {
        StringBuilder open = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int closing = CLOSING.indexOf(c);
            if (OPENING.indexOf(c) >= 0) {
                open.append(c);
            } else if (closing >= 0) {
                if (open.isEmpty() || open.charAt(open.length() - 1) != OPENING.charAt(closing)) {
                    return false;
                }
                open.setLength(open.length() - 1);
            } else if (c == '"' || c == '\'') {
                at = endOfQuoted(text, at);
            }
            at++;
        }
        return open.isEmpty() && at == text.length();
    }

    /** The place of the closing quote; past the end where there is none. */
    private static int endOfQuoted(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != text.charAt(start)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at < text.length() ? at : text.length() + 1;
    }
}
