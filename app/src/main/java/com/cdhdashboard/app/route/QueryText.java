package com.cdhdashboard.app.route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds the query part of a URL. Not thread safe. */
final class QueryText {
    private final StringBuilder text = new StringBuilder();

    void add(String name, String value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        text.append(encode(name)).append('=').append(encode(value));
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
