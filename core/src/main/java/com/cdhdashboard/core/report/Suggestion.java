package com.cdhdashboard.core.report;

import com.cdhdashboard.core.error.DidYouMean;
import java.util.Collection;

/** Ends a sentence about an unknown name. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code ; did you mean "Channel"?}, or a full stop where no name is near. */
    public static String ending(String given, Collection<String> names) {
        String hint = DidYouMean.hint(given, names);
        return hint.isEmpty() ? "." : hint;
    }
}
