package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one dimension of a cube; the conditions of a request must all hold. Each kind has in one place how it is
 * asked for, said and tested; the condition in SQL is the engine's, by a {@link Visitor}.
 */
public sealed interface Filter {
    /** The dimension the condition is on. */
    String dimension();

    /** How it is asked for: its operators, each with one value. */
    List<Part> parts();

    /** In a sentence, such as {@code CustomerType = Gold}. */
    default String sentence() {
        return sentence(dimension());
    }

    /** In a sentence that calls the dimension something else. */
    String sentence(String called);

    /** Beside the name of the dimension, such as {@code Web, Mobile}. */
    String label();

    /** Whether a value passes, by the rules of SQL, in which null is unknown. */
    Predicate<@Nullable Object> test(Reading reading);

    <R> R accept(Visitor<R> visitor);

    /** Has something to do for each kind of filter. */
    interface Visitor<R> {
        R in(In in);

        R range(Range range);

        R contains(Contains contains);
    }

    /** What is asked of a value; the key ends the name of a parameter. */
    enum Operator {
        IS(""),
        IS_NOT("not"),
        FROM("from"),
        TO("to"),
        CONTAINS("contains");

        private final String key;

        Operator(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        /** Whether several values may be asked for, the missing one among them. */
        public boolean isListed() {
            return this == IS || this == IS_NOT;
        }

        public static Optional<Operator> of(String key) {
            return Stream.of(values())
                    .filter(operator -> operator.key.equals(key))
                    .findFirst();
        }
    }

    /** One value that is asked for; an empty {@code Optional} is the missing value. */
    record Part(Operator operator, Optional<String> value) {}

    /** How texts of filters become values of the dimension, and how its values are ordered. */
    record Reading(Function<String, Object> parse, Comparator<Object> order) {}

    /** All of them in one sentence, such as {@code Channel = Fax; Day from 2024-12-01}. */
    static String sentence(List<Filter> filters) {
        return filters.stream().map(Filter::sentence).collect(Collectors.joining("; "));
    }

    /** As {@link #sentence(List)}, with the titles of the dimensions, such as {@code Customer type = Gold}. */
    static String inWords(List<Filter> filters) {
        return filters.stream()
                .map(filter -> filter.sentence(DimensionTitle.of(filter.dimension())))
                .collect(Collectors.joining("; "));
    }

    /**
     * The dimension has one of these values ({@code negated}: none of them).
     *
     * @param values as text, in the form {@link Values#text} gives; an empty {@code Optional} is the missing value, an
     *     empty string the empty value
     */
    record In(String dimension, List<Optional<String>> values, boolean negated) implements Filter {
        private static final int IN_SENTENCE = 5;
        private static final int IN_LABEL = 3;

        public In {
            requireNonNull(dimension, "dimension");
            values = List.copyOf(values);
        }

        public static In of(String dimension, List<Optional<String>> values) {
            return new In(dimension, values, false);
        }

        @Override
        public List<Part> parts() {
            Operator operator = negated ? Operator.IS_NOT : Operator.IS;
            return values.stream().map(value -> new Part(operator, value)).toList();
        }

        @Override
        public String sentence(String called) {
            String named = values.isEmpty() ? "none" : named(IN_SENTENCE, " or ", " or ");
            return called + (negated ? " is not " : " = ") + named;
        }

        @Override
        public String label() {
            return (negated ? "not " : "") + named(IN_LABEL, ", ", " + ");
        }

        private String named(int most, String between, String beforeMore) {
            String shown = values.stream()
                    .limit(most)
                    .map(value -> Values.shown(value.orElse(null)))
                    .collect(Collectors.joining(between));
            int more = values.size() - most;
            return more > 0 ? shown + beforeMore + more + " more" : shown;
        }

        @Override
        public Predicate<@Nullable Object> test(Reading reading) {
            boolean missing = values.contains(Optional.<String>empty());
            Set<Object> asked = values.stream()
                    .flatMap(Optional::stream)
                    .map(reading.parse())
                    .collect(Collectors.toSet());
            return value -> (value == null ? missing : asked.contains(value)) != negated;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /** The dimension lies between two values, both included; an absent end is open. Missing values lie nowhere. */
    record Range(String dimension, Optional<String> from, Optional<String> to) implements Filter {
        public Range {
            requireNonNull(dimension, "dimension");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        @Override
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            from.ifPresent(end -> parts.add(new Part(Operator.FROM, from)));
            to.ifPresent(end -> parts.add(new Part(Operator.TO, to)));
            return parts;
        }

        @Override
        public String sentence(String called) {
            return called
                    + from.map(end -> " from " + end).orElse("")
                    + to.map(end -> " to " + end).orElse("");
        }

        @Override
        public String label() {
            return from.map(start -> to.map(end -> start + " to " + end).orElse("from " + start))
                    .orElseGet(() -> "to " + to.orElse(""));
        }

        @Override
        public Predicate<@Nullable Object> test(Reading reading) {
            Optional<Object> least = from.map(reading.parse());
            Optional<Object> greatest = to.map(reading.parse());
            if (least.isEmpty() && greatest.isEmpty()) {
                return value -> true;
            }
            return value -> value != null
                    && least.map(end -> reading.order().compare(value, end) >= 0)
                            .orElse(true)
                    && greatest.map(end -> reading.order().compare(value, end) <= 0)
                            .orElse(true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /** The dimension's text contains this text, in any case. */
    record Contains(String dimension, String text) implements Filter {
        public Contains {
            requireNonNull(dimension, "dimension");
            requireNonNull(text, "text");
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part(Operator.CONTAINS, Optional.of(text)));
        }

        @Override
        public String sentence(String called) {
            return called + " contains \"" + text + "\"";
        }

        @Override
        public String label() {
            return "contains \u201c" + text + "\u201d";
        }

        @Override
        public Predicate<@Nullable Object> test(Reading reading) {
            String part = lower(text);
            return value -> value != null && lower(value.toString()).contains(part);
        }

        /** Each character on its own, as engines do; Java's lower case of a text also looks at its neighbours. */
        private static String lower(String text) {
            return text.codePoints()
                    .map(Character::toLowerCase)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contains(this);
        }
    }
}
