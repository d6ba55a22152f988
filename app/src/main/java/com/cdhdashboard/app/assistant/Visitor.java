package com.cdhdashboard.app.assistant;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.configuration.TextHash;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A browser that asks.
 *
 * @param id a secret that it alone knows, kept in a cookie
 */
public record Visitor(String id) {
    /** The cookie that holds the secret. */
    public static final String COOKIE = "assistant";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Visitor {
        requireNonNull(id, "id");
    }

    public static Visitor begun() {
        return new Visitor(randomId());
    }

    /** The one whose cookie that is, if it is one of ours in form. */
    public static Optional<Visitor> of(Optional<String> cookie) {
        return cookie.filter(text -> ID.matcher(text).matches()).map(Visitor::new);
    }

    static String randomId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Stands for it in files: who reads them cannot take its place. */
    public String owner() {
        return TextHash.of(id);
    }

    @Override
    public String toString() {
        return "Visitor[hidden]";
    }
}
