package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.assistant.draft.DataField;
import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.schema.Schema;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a model may be told: names of fields that were approved, values of some of them, and the words of the program. Anything
 * else is told by no text, whatever stands in it.
 *
 * @param fields that may be named
 * @param values of which of them values may be told
 * @param words all texts that may occur
 */
public record Told(List<DataField> fields, Set<String> values, Set<String> words) {
    static final List<String> TIMES = List.of("Day", "Month", "Quarter", "Year");

    public Told {
        fields = List.copyOf(fields);
        values = Set.copyOf(values);
        words = Set.copyOf(words);
    }

    /**
     * What was approved, less what the configuration withholds from models.
     *
     * @param fields that were approved
     * @param values fields of which values were approved, too
     */
    public static Told of(List<DataField> fields, Collection<String> values, AssistantSettings settings) {
        List<DataField> named = fields.stream()
                .filter(field -> !settings.withhold().contains(field.name()))
                .toList();
        Set<String> shared = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>(TIMES);
        for (DataField field : named) {
            words.add(field.name());
            boolean told = field.tellable()
                    && values.contains(field.name())
                    && !settings.mask().contains(field.name());
            if (told) {
                shared.add(field.name());
                words.addAll(field.values());
            }
        }
        ofProgram().forEach(words::add);
        return new Told(named, shared, words);
    }

    /** Scores, types of reports, and choices of keys. */
    private static Stream<String> ofProgram() {
        Stream<String> scores = Stream.of(Family.values()).flatMap(family -> Schema.scores(family).stream());
        Stream<String> types = Stream.of(Family.values())
                .flatMap(family -> Schema.reports(family).stream())
                .map(row -> row.kind().type());
        Stream<String> choices = Schema.section(List.of("reports", "any")).stream()
                .flatMap(section -> section.keys().stream())
                .flatMap(key ->
                        key.type() instanceof KeyType.Choice choice ? choice.allowed().stream() : Stream.empty());
        return Stream.of(scores, types, choices).flatMap(each -> each);
    }

    boolean names(String field) {
        return TIMES.contains(field)
                || fields.stream().anyMatch(known -> known.name().equals(field));
    }

    boolean tellsOutcomes() {
        return values.contains("Outcome");
    }
}
