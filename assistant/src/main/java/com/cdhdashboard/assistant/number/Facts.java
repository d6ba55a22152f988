package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.tool.ToolAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text may say: the numbers and dates that tools answered, the names in their answers, and the words of the person.
 *
 * @param numbers those of later answers first
 * @param counts how many rows or entries an answer has
 * @param days dates with where they stand
 * @param values of each dimension, as answers have them
 * @param names texts with digits in them that are no numbers
 * @param stated numbers of the person, and those in our own explanations, which hold as they are written
 */
public record Facts(
        List<Fact> numbers,
        List<Fact> counts,
        Map<LocalDate, Fact.Place> days,
        Map<String, Set<String>> values,
        Set<String> names,
        List<Written> stated) {
    public Facts {
        numbers = List.copyOf(numbers);
        counts = List.copyOf(counts);
        days = Collections.unmodifiableMap(new LinkedHashMap<>(days));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        stated = List.copyOf(stated);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Gathers facts, the oldest first. */
    public static final class Builder {
        private final List<Fact> numbers = new ArrayList<>();
        private final List<Fact> counts = new ArrayList<>();
        private final Map<LocalDate, Fact.Place> days = new LinkedHashMap<>();
        private final Map<String, Set<String>> values = new LinkedHashMap<>();
        private final Set<String> names = new LinkedHashSet<>();
        private final List<Written> stated = new ArrayList<>();

        private Builder() {}

        /** The answer to a question, by the id that links name. */
        public Builder answer(String asked, ToolAnswer answer) {
            new FactGathering(asked, this).gather(requireNonNull(answer, "answer"));
            return this;
        }

        /** What a person said. */
        public Builder said(String text) {
            stated.addAll(NumeralScanner.in(text, DecimalStyle.of(text)));
            return this;
        }

        /** A name of the configuration, which may hold digits. */
        public Builder named(String name) {
            name(name);
            return this;
        }

        void number(Fact fact) {
            numbers.add(0, fact);
        }

        void count(Fact fact) {
            counts.add(0, fact);
        }

        void day(LocalDate day, Fact.Place place) {
            days.put(day, place);
        }

        /** A value of a dimension or field. */
        void value(String dimension, String text) {
            values.computeIfAbsent(dimension, none -> new LinkedHashSet<>()).add(text);
            name(text);
        }

        void name(String text) {
            if (text.chars().anyMatch(Character::isDigit)) {
                names.add(text);
            }
        }

        /** An explanation of ours; what stands between quotes in it is a name. */
        void explained(String text) {
            said(text.replaceAll("\"[^\"]*\"|\u201c[^\u201d]*\u201d", " "));
        }

        public Facts build() {
            return new Facts(numbers, counts, days, values, names, stated);
        }
    }
}
