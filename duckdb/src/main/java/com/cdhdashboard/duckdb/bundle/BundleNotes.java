package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.error.ShortText;
import java.util.List;

/** Notes of strangers, of which pages take few and short ones. */
final class BundleNotes {
    private static final int MOST = 50;
    private static final int MOST_CHARACTERS = 500;

    private BundleNotes() {}

    static List<String> few(List<String> notes) {
        return notes.stream()
                .limit(MOST)
                .map(note -> ShortText.of(note, MOST_CHARACTERS))
                .toList();
    }
}
