package com.cdhdashboard.app.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Tells requests that pages of this server make from those another site makes in the user's name. */
public final class SameOrigin {
    private static final List<String> OWN_SITES = List.of("same-origin", "none");
    private final String token;

    public SameOrigin() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        token = HexFormat.of().formatHex(bytes);
    }

    /** What a page must send back with every request that changes something; new at each start of the server. */
    public String token() {
        return token;
    }

    /** Whether the token is this server's, compared in constant time. */
    public boolean accepts(Optional<String> sent) {
        return sent.filter(text -> MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /**
     * Whether the browser says the request comes from a page of this server. Programs other than browsers send
     * neither header; they hold no session that could be abused, and still need the token.
     *
     * @param fetchSite the {@code Sec-Fetch-Site} header
     * @param origin the {@code Origin} header
     * @param host the {@code Host} header
     */
    public static boolean sameSite(Optional<String> fetchSite, Optional<String> origin, String host) {
        if (fetchSite.isPresent()) {
            return OWN_SITES.contains(fetchSite.get());
        }
        return origin.map(text -> text.equals("http://" + host) || text.equals("https://" + host))
                .orElse(true);
    }
}
