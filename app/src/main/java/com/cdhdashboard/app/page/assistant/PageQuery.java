package com.cdhdashboard.app.page.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The decoded parameters of an address of ours. */
final class PageQuery {
    private PageQuery() {}

    static Map<String, List<String>> parameters(String page) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int begin = page.indexOf('?');
        if (begin < 0) {
            return parameters;
        }
        for (String part : page.substring(begin + 1).split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            parameters
                    .computeIfAbsent(URLDecoder.decode(name, UTF_8), none -> new ArrayList<>())
                    .add(URLDecoder.decode(value, UTF_8));
        }
        return parameters;
    }
}
