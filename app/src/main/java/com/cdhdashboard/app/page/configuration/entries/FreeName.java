package com.cdhdashboard.app.page.configuration.entries;

import java.util.Collection;
import java.util.stream.IntStream;

/** Names that are not taken yet. */
public final class FreeName {
    private FreeName() {}

    /** The name itself, or with the first number behind it that is free. */
    public static String of(String wanted, Collection<String> taken) {
        return taken.contains(wanted)
                ? IntStream.iterate(2, number -> number + 1)
                        .mapToObj(number -> wanted + "_" + number)
                        .filter(name -> !taken.contains(name))
                        .findFirst()
                        .orElseThrow()
                : wanted;
    }
}
