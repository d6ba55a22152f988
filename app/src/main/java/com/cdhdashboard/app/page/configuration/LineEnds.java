package com.cdhdashboard.app.page.configuration;

/** How the lines of a text end, which editors in browsers forget. */
enum LineEnds {
    UNIX,
    WINDOWS;

    /** Those of a text; of one that mixes them, those of Unix. */
    static LineEnds of(String text) {
        String others = text.replace("\r\n", "");
        return text.length() > others.length() && others.indexOf('\n') < 0 ? WINDOWS : UNIX;
    }

    /** The same lines with these ends. */
    String in(String text) {
        return this == WINDOWS ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text;
    }
}
