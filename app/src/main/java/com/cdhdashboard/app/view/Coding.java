package com.cdhdashboard.app.view;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a file is packed on its way to the browser. */
public enum Coding {
    PLAIN("identity", ""),
    GZIP("gzip", ".gz"),
    BROTLI("br", ".br");

    private final String token;
    private final String ending;

    Coding(String token, String ending) {
        this.token = token;
        this.ending = ending;
    }

    /** Its name in headers. */
    public String token() {
        return token;
    }

    /** What is behind the name of a file that is packed so. */
    String ending() {
        return ending;
    }

    /** Those that a header {@code Accept-Encoding} names, but for those it refuses; plain may always be sent. */
    public static Set<Coding> accepted(String header) {
        Set<Coding> accepted = EnumSet.of(PLAIN);
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] words = part.replaceAll("\\s", "").split(";", 2);
            boolean refused = words.length > 1 && words[1].matches("q=0(\\.0*)?");
            Arrays.stream(values())
                    .filter(coding -> coding.token.equals(words[0]) && !refused)
                    .forEach(accepted::add);
        }
        return accepted;
    }
}
