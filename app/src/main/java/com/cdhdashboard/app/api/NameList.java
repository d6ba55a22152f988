package com.cdhdashboard.app.api;

import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.List;

/** Names separated by commas; one that holds a comma is quoted, a quote within quotes written twice. */
final class NameList {
    private NameList() {}

    /** The names of all texts, in order; blanks around a name and empty names are left out. */
    static List<String> parse(List<String> texts) {
        List<String> names = new ArrayList<>();
        texts.forEach(text -> parse(text, names));
        return names;
    }

    private static void parse(String text, List<String> names) {
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                name.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(name, names);
            } else {
                name.append(c);
            }
        }
        if (quoted) {
            throw new UserException("a quote is not closed in group_by: " + text);
        }
        add(name, names);
    }

    private static void add(StringBuilder name, List<String> names) {
        String text = name.toString().strip();
        if (!text.isEmpty()) {
            names.add(text);
        }
        name.setLength(0);
    }
}
