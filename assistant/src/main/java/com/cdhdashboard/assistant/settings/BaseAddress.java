package com.cdhdashboard.assistant.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the address of a provider must be. */
final class BaseAddress {
    private BaseAddress() {}

    /** As messages name it: without what may be a secret. */
    static String shown(String text) {
        return text.replaceAll("//[^/]*@", "//…@").replaceAll("(?s)([?#]).+", "$1…");
    }

    /** What is wrong with it, as the end of a sentence; empty where nothing is. */
    static Optional<String> wrong(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.of("is not an address; write one such as \"https://api.example.com/v1\"");
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || uri.getHost() == null) {
            return Optional.of("is not an address of http or https; write one such as \"https://api.example.com/v1\"");
        }
        if (uri.getUserInfo() != null) {
            return Optional.of("holds a name or password; name the key with api_key_env_var instead");
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            return Optional.of("has something behind ? or #; write it without, and a version as api_version");
        }
        return Optional.empty();
    }
}
