package com.cdhdashboard.app.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that bind the browser: nothing runs and nothing is fetched but what this server serves. */
public final class SecurityHeaders {
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
                "style-src 'self'",
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
