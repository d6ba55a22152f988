package com.cdhdashboard.duckdb;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement as a text with named parts, such as {@code ${columns}}, that stands in the program as it is run. Parts are SQL: what
 * is no SQL yet becomes so by {@link Sql}.
 */
public final class SqlTemplate {
    private static final Pattern PART = Pattern.compile("\\$\\{(\\w+)}");

    private final String text;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private SqlTemplate(String text) {
        this.text = text.stripTrailing();
    }

    public static SqlTemplate of(String text) {
        return new SqlTemplate(text);
    }

    /** Fills a part in all its places. */
    public SqlTemplate with(String name, String sql) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("no part ${" + name + "} in: " + text);
        }
        if (parts.putIfAbsent(name, sql) != null) {
            throw new IllegalArgumentException("${" + name + "} is filled already in: " + text);
        }
        return this;
    }

    public SqlTemplate with(String name, long number) {
        return with(name, Long.toString(number));
    }

    private Set<String> names() {
        return PART.matcher(text).results().map(part -> part.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The statement; a line that held nothing but parts, all of which are empty, is left out. */
    public String sql() {
        Set<String> open = names();
        open.removeAll(parts.keySet());
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("not filled: " + open + " in: " + text);
        }
        return text.lines()
                .filter(line -> line.isBlank() || !filled(line, "").isBlank())
                .map(line -> filled(
                        line,
                        line.substring(0, line.length() - line.stripLeading().length())))
                .collect(Collectors.joining("\n"));
    }

    private String filled(String line, String indent) {
        return PART.matcher(line)
                .replaceAll(part ->
                        Matcher.quoteReplacement(indented(requireNonNull(parts.get(part.group(1)), "filled"), indent)));
    }

    /** Moves the lines after the first to the right, but for those that begin within a literal or a name. */
    private static String indented(String sql, String indent) {
        if (indent.isEmpty() || sql.indexOf('\n') < 0) {
            return sql;
        }
        StringBuilder moved = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char next = sql.charAt(i);
            moved.append(next);
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '\'' || next == '"') {
                quote = next;
            } else if (next == '\n') {
                moved.append(indent);
            }
        }
        return moved.toString();
    }
}
