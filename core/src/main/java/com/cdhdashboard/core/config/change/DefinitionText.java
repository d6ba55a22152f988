package com.cdhdashboard.core.config.change;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Definitions as lines of text, as stores keep them. */
public final class DefinitionText {
    private static final String FORMAT = "definitions 1";
    private static final String SHARED = "shared";
    private static final String METRIC = "metric";

    private DefinitionText() {}

    public static String write(Definitions definitions) {
        Stream<String> shared =
                definitions.shared().entrySet().stream().map(part -> line(SHARED, part.getKey(), part.getValue()));
        Stream<String> metrics = definitions.metrics().entrySet().stream()
                .flatMap(metric -> metric.getValue().entrySet().stream()
                        .map(part -> line(METRIC, metric.getKey(), part.getKey(), part.getValue())));
        return Stream.of(Stream.of(FORMAT), shared, metrics)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String... words) {
        return Arrays.stream(words)
                .map(word -> word.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t"))
                .collect(Collectors.joining("\t"));
    }

    /** What was written; empty where it is of another format, or damaged. */
    public static Optional<Definitions> read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
            return Optional.empty();
        }
        Map<String, String> shared = new LinkedHashMap<>();
        Map<String, Map<String, String>> metrics = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\t", -1);
            if (words.length == 3 && words[0].equals(SHARED)) {
                shared.put(word(words[1]), word(words[2]));
            } else if (words.length == 4 && words[0].equals(METRIC)) {
                metrics.computeIfAbsent(word(words[1]), name -> new LinkedHashMap<>())
                        .put(word(words[2]), word(words[3]));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Definitions(shared, metrics));
    }

    private static String word(String written) {
        StringBuilder word = new StringBuilder();
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i++);
            boolean escaped = c == '\\' && i < written.length();
            word.append(escaped ? unescaped(written.charAt(i++)) : c);
        }
        return word.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
