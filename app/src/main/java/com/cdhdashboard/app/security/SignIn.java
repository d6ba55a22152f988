package com.cdhdashboard.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The password that every request must carry, by HTTP Basic authentication with any user name; without one configured,
 * nobody is asked. Passwords travel as they are, so a server that others reach belongs behind a proxy that encrypts.
 * Agents carry a token of their own in its place.
 */
public record SignIn(Optional<String> password, AgentToken agents) {
    /** What a browser is told, so that it asks its user. */
    public static final String CHALLENGE = "Basic realm=\"cdhdashboard\", charset=\"UTF-8\"";

    private static final String SCHEME = "Basic ";

    public SignIn {
        requireNonNull(password, "password");
        requireNonNull(agents, "agents");
    }

    /** One that lets no agents pass. */
    public SignIn(Optional<String> password) {
        this(password, new AgentToken(Optional.empty()));
    }

    /** Whether an {@code Authorization} header lets the request pass; takes equally long for every wrong password. */
    public boolean accepts(Optional<String> authorization) {
        return password.isEmpty()
                || authorization
                        .flatMap(SignIn::givenPassword)
                        .filter(given -> MessageDigest.isEqual(
                                given.getBytes(UTF_8), password.get().getBytes(UTF_8)))
                        .isPresent();
    }

    /** Whoever makes a request that is let pass, as far as is known: all who sign in use the same password. */
    public String who() {
        return password.isPresent() ? "signed in" : "local";
    }

    private static Optional<String> givenPassword(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return password.isPresent() ? "SignIn[with password]" : "SignIn[none]";
    }
}
