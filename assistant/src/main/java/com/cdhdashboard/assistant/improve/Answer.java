package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.assistant.draft.Entry;
import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer of a model, read and checked; nothing of it is used where anything of it is wrong. */
final class Answer {
    private static final int MOST_CHARACTERS = 400_000;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String REASON = "The model proposes it.";

    private final Request request;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private Answer(Request request) {
        this.request = request;
    }

    /** What came of it: a proposal, or what is wrong. */
    record Checked(Optional<Proposal> proposal, List<Problem> problems) {}

    static Checked of(Request request, String text, boolean cut) {
        Answer answer = new Answer(request);
        answer.read(text, cut);
        if (answer.problems.isEmpty()) {
            answer.check();
        }
        return answer.problems.isEmpty()
                ? new Checked(Optional.of(new Proposal(answer.completed(), List.of(), List.of())), List.of())
                : new Checked(Optional.empty(), answer.problems);
    }

    private void problem(String path, String message) {
        problems.add(new Problem(Severity.ERROR, Optional.empty(), path, message));
    }

    private void read(String text, boolean cut) {
        if (cut) {
            problem("", "the answer ended at a limit of length; answer with less");
        } else if (text.length() > MOST_CHARACTERS) {
            problem("", "the answer is longer than " + MOST_CHARACTERS + " characters; answer with less");
        } else {
            try {
                JsonNode json = JSON.readTree(unfenced(text.strip()));
                if (json == null || !json.isObject()) {
                    problem("", "the answer is no JSON object; answer with one and nothing else");
                } else {
                    sections(json);
                }
            } catch (JsonProcessingException e) {
                problem("", "the answer is no JSON; answer with one JSON object and nothing else");
            }
        }
    }

    /** Models like to put a fence around code; marks within it are left alone. */
    private static String unfenced(String text) {
        boolean fenced = text.startsWith("```") && text.endsWith("```") && text.indexOf('\n') > 0;
        return fenced ? text.substring(text.indexOf('\n') + 1, text.length() - 3) : text;
    }

    private void sections(JsonNode json) {
        json.properties().forEach(section -> {
            if (!request.task().sections().contains(section.getKey())) {
                problem(
                        section.getKey(),
                        "this section may not be answered; sections: "
                                + String.join(", ", request.task().sections()));
            } else if (!section.getValue().isObject()) {
                problem(section.getKey(), "is no object");
            } else {
                section.getValue()
                        .properties()
                        .forEach(each -> entry(section.getKey(), each.getKey(), each.getValue()));
            }
        });
        if (problems.isEmpty() && entries.isEmpty()) {
            problem(
                    "",
                    "the answer proposes nothing; answer with "
                            + String.join(" or ", request.task().sections()));
        }
    }

    private void entry(String section, String name, JsonNode value) {
        boolean table = !section.equals("variants") && !name.equals("global_filters");
        if (table && !value.isObject()) {
            problem(section + "." + name, "is no object");
        } else if (!name.isBlank() && !value.isNull()) {
            Object read = AnswerValues.of(value);
            entries.add(
                    new Entry(List.of(section, name), section.equals("metrics") ? outcomes(name, read) : read, REASON));
        }
    }

    /** Lists of outcomes that were not told are those of the rules. */
    private Object outcomes(String metric, Object value) {
        if (!(value instanceof Map<?, ?> keys)) {
            return value;
        }
        Map<String, Object> filled = new LinkedHashMap<>();
        keys.forEach((key, each) -> {
            boolean stands = List.of(ToldConfiguration.SUCCESSES).equals(each)
                    || List.of(ToldConfiguration.OTHERS).equals(each);
            Object held = stands ? ofRules(metric, String.valueOf(key)).orElse(each) : each;
            filled.put(String.valueOf(key), held);
        });
        return filled;
    }

    private Optional<Object> ofRules(String metric, String key) {
        Optional<Object> same = request.text().value(List.of("metrics", metric, key));
        return same.or(() -> request.rules().of(Entry.Kind.METRIC).stream()
                .filter(entry -> Family.of(entry.name()).equals(Family.of(metric)))
                .flatMap(entry ->
                        Optional.ofNullable(entry.values().get(List.of("metrics", entry.name(), key))).stream())
                .findFirst());
    }

    /** With what of the rules the answer builds on: how rows are prepared, and metrics that its reports show. */
    private List<Entry> completed() {
        if (request.task() != Task.DRAFT) {
            return entries;
        }
        List<String> answered = entries.stream().map(Entry::dotted).toList();
        List<Entry> all = new ArrayList<>();
        request.rules().entries().stream()
                .filter(rule -> !answered.contains(rule.dotted()) && rule.kind() != Entry.Kind.REPORT)
                .filter(rule -> rule.kind() == Entry.Kind.KEY
                        || entries.stream().anyMatch(entry -> entry.metric().equals(Optional.of(rule.name()))))
                .forEach(all::add);
        all.addAll(entries);
        return all;
    }

    private void check() {
        NamedFields named = new NamedFields(request.told(), request.notApproved());
        entries.forEach(entry -> problems.addAll(named.of(entry)));
        if (!problems.isEmpty()) {
            return;
        }
        try {
            TomlText whole = new Proposal(entries, List.of(), List.of()).on(request.before());
            ConfigurationCheck.check(ConfigurationReader.read(whole, "answer")).problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .filter(problem ->
                            entries.stream().anyMatch(entry -> (problem.path() + ".").startsWith(entry.dotted() + ".")))
                    .forEach(problems::add);
        } catch (UserException e) {
            problem("", String.valueOf(e.getMessage()));
        }
    }
}
