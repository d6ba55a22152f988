package com.cdhdashboard.app.cli;

import java.time.Duration;

/**
 * One line on standard error that is redrawn as work goes on; where nobody watches, a plain line every few seconds, so
 * that a log stays readable.
 */
final class ProgressLine {
    private static final int BAR = 24;
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration LOG = Duration.ofSeconds(5);
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private long shownAt = System.nanoTime();
    private boolean drawn;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows a share of the work between 0 and 1, unless something was shown just now. */
    void show(double share, String text) {
        Duration pause = terminal.interactive() ? REDRAW : LOG;
        if (System.nanoTime() - shownAt < pause.toNanos()) {
            return;
        }
        shownAt = System.nanoTime();
        if (terminal.interactive()) {
            terminal.err().print(ERASE + bar(share) + " " + text);
            terminal.err().flush();
            drawn = true;
        } else {
            terminal.err().println(text);
        }
    }

    /** Takes the line away. */
    void clear() {
        if (drawn) {
            terminal.err().print(ERASE);
            terminal.err().flush();
            drawn = false;
        }
    }

    static String bar(double share) {
        int full = (int) Math.round(Math.max(0, Math.min(1, share)) * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }
}
