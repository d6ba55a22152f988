package com.cdhdashboard.app.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that bind the browser: nothing runs and nothing is fetched but what this server serves. */
public final class SecurityHeaders {
    /**
     * The only inline style: at load Plotly adds the style sheet of its maps, which no page here draws. The hash
     * stands for exactly that text of the pinned version; a test compares it with the library.
     */
    public static final String PLOTLY_STYLE_HASH = "sha256-V2sIX92Uh6ZaGSFTKMHghsB85b9toJtmazgG09AI2uk=";

    private SecurityHeaders() {}

    /** By name, in the order they are sent. */
    public static Map<String, String> all() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", contentPolicy());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        return Collections.unmodifiableMap(headers);
    }

    private static String contentPolicy() {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self' '" + PLOTLY_STYLE_HASH + "'",
                // Plotly writes bold labels and colour bars with style attributes. Only attributes are let through,
                // no sheet and no script, and the templates themselves hold none.
                "style-src-attr 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                "connect-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
