package com.cdhdashboard.assistant.eval;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * A file of questions: {@code [data.NAME]} says where data come from, each {@code [[question]]} what is asked of them and
 * expected. Paths in it begin in its folder.
 */
public record KnownQuestions(Map<String, KnownData> data, List<KnownQuestion> questions) {
    public KnownQuestions {
        data = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(data));
        questions = List.copyOf(questions);
    }

    /**
     * Reads a file.
     *
     * @throws UserException if there is none, or at the first thing that is wrong with it: where and what is expected
     */
    public static KnownQuestions read(Path file) {
        TomlParseResult toml = parse(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        Map<String, KnownData> data = new LinkedHashMap<>();
        TomlTable sets = toml.getTableOrEmpty("data");
        for (String name : sets.keySet()) {
            data.put(name, data(new Entry(file, "data." + name, table(sets.get(List.of(name)))), folder));
        }
        List<KnownQuestion> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        TomlArray list = toml.getArrayOrEmpty("question");
        for (int i = 0; i < list.size(); i++) {
            Entry entry = new Entry(file, "question " + (i + 1), table(list.get(i)));
            KnownQuestion question = question(entry);
            entry.check(
                    data.containsKey(question.data()),
                    "data is \"" + question.data() + "\", but there is no [data." + question.data() + "]");
            entry.check(ids.add(question.id()), "id \"" + question.id() + "\" stands there twice");
            questions.add(question);
        }
        if (questions.isEmpty()) {
            throw new UserException(file + ": holds no [[question]]");
        }
        return new KnownQuestions(data, questions);
    }

    private static TomlParseResult parse(Path file) {
        try {
            TomlParseResult toml = Toml.parse(file);
            toml.errors().stream().findFirst().ifPresent(error -> {
                throw new UserException(file + ":" + error.position().line() + ": " + error.getMessage());
            });
            return toml;
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "there is no file of questions " + file + " that can be read; name one with --questions",
                    e);
        }
    }

    private static TomlTable table(Object value) {
        return value instanceof TomlTable table ? table : Toml.parse("");
    }

    private static KnownData data(Entry entry, Path folder) {
        String configuration = entry.text("config");
        Optional<String> imported = entry.optional("import");
        entry.check(
                imported.isEmpty() == Boolean.TRUE.equals(entry.table().get("sample")),
                "has either import, a folder, or sample = true, for the demo export");
        return new KnownData(
                imported.map(folder::resolve).map(Path::normalize),
                configuration.equals(KnownData.DEMO)
                        ? configuration
                        : folder.resolve(configuration).normalize().toString());
    }

    private static KnownQuestion question(Entry entry) {
        return new KnownQuestion(
                entry.text("id"),
                entry.text("kind"),
                entry.text("data"),
                entry.text("ask"),
                expected(entry),
                new KnownQuestion.Example(calls(entry), entry.text("answer").strip()));
    }

    private static KnownQuestion.Expected expected(Entry entry) {
        String word = entry.text("expect");
        entry.check(
                Set.of("numbers", "asks", "declines").contains(word),
                "expect is \"" + word + "\"; there are numbers, asks and declines");
        return switch (word) {
            case "asks" -> new KnownQuestion.Asks();
            case "declines" -> new KnownQuestion.Declines();
            default -> new KnownQuestion.Numbers(numbers(entry));
        };
    }

    private static List<Double> numbers(Entry entry) {
        List<Double> values = new ArrayList<>();
        for (Object value : entry.list("numbers")) {
            entry.check(value instanceof Number, "numbers holds " + value + ", which is no number");
            values.add(((Number) value).doubleValue());
        }
        entry.check(!values.isEmpty(), "numbers is empty; an answer that expects numbers needs one");
        return values;
    }

    private static List<KnownQuestion.Call> calls(Entry entry) {
        List<KnownQuestion.Call> calls = new ArrayList<>();
        for (Object value : entry.list("calls")) {
            Entry call = new Entry(entry.file(), entry.name() + ", calls", table(value));
            calls.add(new KnownQuestion.Call(call.text("tool"), call.text("arguments")));
        }
        return calls;
    }

    /** A table of the file, and what it is called in messages. */
    private record Entry(Path file, String name, TomlTable table) {
        String text(String key) {
            return optional(key).orElseThrow(() -> wrong(key + " is missing; it is a text"));
        }

        Optional<String> optional(String key) {
            Object value = table.get(List.of(key));
            check(value == null || value instanceof String, key + " is " + value + ", but must be a text");
            return Optional.ofNullable((String) value);
        }

        List<Object> list(String key) {
            return table.get(List.of(key)) instanceof TomlArray array ? array.toList() : List.of();
        }

        void check(boolean holds, String message) {
            if (!holds) {
                throw wrong(message);
            }
        }

        private UserException wrong(String message) {
            return new UserException(file + ": " + name + ": " + message);
        }
    }
}
