package com.cdhdashboard.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.Optional;

/** What agents must carry, as a bearer token; without one that is long enough nobody is let pass. */
public record AgentToken(Optional<String> token) {
    /** What an agent is told, so that it sends one. */
    public static final String CHALLENGE = "Bearer realm=\"cdhdashboard\"";

    /** The environment variable that has it. */
    public static final String VARIABLE = "CDHDASHBOARD_MCP_TOKEN";

    private static final int LEAST = 16;
    private static final String SCHEME = "Bearer ";

    public AgentToken {
        requireNonNull(token, "token");
    }

    /** Whether an {@code Authorization} header lets the request pass; takes equally long for every wrong token. */
    public boolean accepts(String authorization) {
        return isUsable()
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        authorization.substring(SCHEME.length()).strip().getBytes(UTF_8),
                        token.orElse("").getBytes(UTF_8));
    }

    private boolean isUsable() {
        return token.filter(text -> text.length() >= LEAST).isPresent();
    }

    /** What is said to who is not let pass. */
    public String refusal() {
        if (isUsable()) {
            return "Agents need the token of this server, as the header Authorization: Bearer TOKEN";
        }
        return (token.isPresent()
                        ? "The token of this server for agents is too short"
                        : "This server has no token for agents")
                + "; start it with at least " + LEAST + " characters in the environment variable " + VARIABLE;
    }

    @Override
    public String toString() {
        return token.isPresent() ? "AgentToken[set]" : "AgentToken[none]";
    }
}
