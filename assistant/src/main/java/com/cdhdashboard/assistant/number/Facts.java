package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.tool.ToolAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a text may say: the numbers and dates that tools answered, the names in their answers, and the words of the person.
 */
public final class Facts {
    private static final NameIndex NO_NAMES = new NameIndex(Set.of());

    private final NumberIndex numbers;
    private final List<Fact> counts;
    private final Map<LocalDate, Fact.Place> days;
    private final Map<String, Set<String>> values;
    private final Map<String, NameIndex> valuesByName = new LinkedHashMap<>();
    private final NameIndex names;
    private final Set<String> words;
    private final List<Written> stated;

    private Facts(Builder gathered) {
        List<Fact> latestFirst = new ArrayList<>(gathered.numbers);
        Collections.reverse(latestFirst);
        this.numbers = new NumberIndex(latestFirst);
        this.counts = new ArrayList<>(gathered.counts);
        Collections.reverse(counts);
        this.days = Map.copyOf(gathered.days);
        this.values = new LinkedHashMap<>();
        gathered.values.forEach((dimension, texts) -> {
            values.put(dimension, Set.copyOf(texts));
            valuesByName.put(dimension, new NameIndex(texts));
        });
        this.names = new NameIndex(gathered.names);
        this.words = names.words();
        this.stated = List.copyOf(gathered.stated);
        stated.stream()
                .filter(Written.Token.class::isInstance)
                .forEach(token -> words.add(token.text().toLowerCase(Locale.ROOT)));
    }

    NumberIndex numbers() {
        return numbers;
    }

    /** How many rows or entries an answer has, those of later answers first. */
    List<Fact> counts() {
        return Collections.unmodifiableList(counts);
    }

    /** Dates with where they stand. */
    Map<LocalDate, Fact.Place> days() {
        return days;
    }

    /** The values of each dimension, as answers have them. */
    Map<String, Set<String>> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The values of a dimension that have letters, to be found in texts. */
    NameIndex values(String dimension) {
        return valuesByName.getOrDefault(dimension, NO_NAMES);
    }

    /** Names with digits in them that are no numbers. */
    NameIndex names() {
        return names;
    }

    /** Whether a name, or the person, has this word. */
    boolean hasWord(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Numbers of the person, and those in our own explanations, which hold as they are written. */
    List<Written> stated() {
        return stated;
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
            numbers.add(fact);
        }

        void count(Fact fact) {
            counts.add(fact);
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
            return new Facts(this);
        }
    }
}
