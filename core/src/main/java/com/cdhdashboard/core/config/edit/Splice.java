package com.cdhdashboard.core.config.edit;

import java.util.Comparator;
import java.util.List;

/** A part of a text that is replaced by another text. */
record Splice(int start, int end, String with) {
    private static final Comparator<Splice> IN_ORDER =
            Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end);

    /** The text with all parts replaced; parts that overlap cannot be. */
    static String apply(String text, List<Splice> splices) {
        return apply(text, splices, 0, text.length());
    }

    /** As {@link #apply(String, List)}, of a range of the text. */
    static String apply(String text, List<Splice> splices, int from, int to) {
        StringBuilder result = new StringBuilder();
        int done = from;
        for (Splice splice : splices.stream().sorted(IN_ORDER).toList()) {
            // Two removals may both take the blank lines between them
            if (splice.start < done && !splice.with.isEmpty()) {
                throw Refusal.notInPlace();
            }
            result.append(text, done, Math.max(done, splice.start)).append(splice.with);
            done = Math.max(done, splice.end);
        }
        return result.append(text, done, to).toString();
    }
}
