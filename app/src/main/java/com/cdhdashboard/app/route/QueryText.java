package com.cdhdashboard.app.route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the query part of a URL. Not thread safe. */
final class QueryText {
    private final List<Parameter> parameters = new ArrayList<>();

    void add(String name, String value) {
        parameters.add(new Parameter(name, value));
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return parameters.stream()
                .map(parameter -> encode(parameter.name()) + "=" + encode(parameter.value()))
                .collect(Collectors.joining("&"));
    }
}
