package com.cdhdashboard.core.config.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The values that a key takes. */
public sealed interface KeyType {
    /** True or false, in any of the ways that {@code Flag} of {@code config.read} reads. */
    KeyType FLAG = new Flag();

    /** A date, also as text. */
    KeyType DAY = new Day();

    /** One expression. */
    KeyType EXPRESSION = new Expression(false);

    /** A list of expressions in one text. */
    KeyType EXPRESSIONS = new Expression(true);

    /** A key of which nothing is read. */
    KeyType ANYTHING = new Anything();

    static KeyType text(Naming of) {
        return new Text(of, List.of(), true);
    }

    static KeyType list(Naming of, String... offered) {
        return new Texts(of, List.of(offered));
    }

    static KeyType choice(String noun, List<String> allowed) {
        return new Choice(noun, allowed.stream().map(Option::of).toList(), Strictness.ERROR);
    }

    static KeyType choice(String noun, String... allowed) {
        return choice(noun, List.of(allowed));
    }

    static KeyType whole(int least, int most, String unit) {
        return new Whole(least, most, unit);
    }

    static KeyType either(KeyType... types) {
        return new Either(List.of(types));
    }

    /** See {@link #FLAG}. */
    record Flag() implements KeyType {}

    /** See {@link #DAY}. */
    record Day() implements KeyType {}

    /** See {@link #EXPRESSION}. */
    record Expression(boolean list) implements KeyType {}

    /** See {@link #ANYTHING}. */
    record Anything() implements KeyType {}

    /**
     * One text.
     *
     * @param offered what it usually is
     * @param open whether it may be something else
     */
    record Text(Naming of, List<String> offered, boolean open) implements KeyType {
        public Text {
            requireNonNull(of, "of");
            offered = List.copyOf(offered);
        }
    }

    /**
     * A list of texts.
     *
     * @param offered what is usually in it; others are allowed
     */
    record Texts(Naming of, List<String> offered) implements KeyType {
        public Texts {
            requireNonNull(of, "of");
            offered = List.copyOf(offered);
        }
    }

    /** What becomes of another text than those that are allowed. */
    enum Strictness {
        ERROR,
        /** An error, but for upper and lower case. */
        ERROR_IN_ANY_CASE,
        /** The default is taken, with a warning. */
        WARNING
    }

    /**
     * One of some texts.
     *
     * @param noun what they are, as messages say it
     */
    record Choice(String noun, List<Option> options, Strictness strictness) implements KeyType {
        public Choice {
            requireNonNull(noun, "noun");
            options = List.copyOf(options);
            requireNonNull(strictness, "strictness");
        }

        public List<String> allowed() {
            return options.stream().map(Option::value).toList();
        }
    }

    /** One of some texts, and what forms call it. */
    record Option(String value, String label) {
        public Option {
            requireNonNull(value, "value");
            requireNonNull(label, "label");
        }

        static Option of(String value) {
            return new Option(value, value);
        }
    }

    /** One of some whole numbers. */
    record OneOfNumbers(List<Integer> allowed) implements KeyType {
        public OneOfNumbers {
            allowed = List.copyOf(allowed);
        }
    }

    /** A number between two ends, both included. */
    record Between(double least, double most) implements KeyType {
        public Between {
            if (!(least <= most)) {
                throw new IllegalArgumentException(least + " is more than " + most);
            }
        }
    }

    /**
     * A whole number.
     *
     * @param most included, as {@code least} is
     * @param unit what is counted
     */
    record Whole(int least, int most, String unit) implements KeyType {
        public Whole {
            if (!(least <= most)) {
                throw new IllegalArgumentException(least + " is more than " + most);
            }
            requireNonNull(unit, "unit");
        }
    }

    /** Any number; what a kind of report allows of it is a {@link Between} or {@link OneOfNumbers}. */
    record Decimal() implements KeyType {}

    /** A table that is a section with keys of its own. */
    record Nested(String section) implements KeyType {
        public Nested {
            requireNonNull(section, "section");
        }
    }

    /**
     * A table whose keys are names.
     *
     * @param keys what its keys are, in words
     * @param values what each holds
     */
    record Table(String keys, Cells values) implements KeyType {
        public Table {
            requireNonNull(keys, "keys");
            requireNonNull(values, "values");
        }
    }

    /** What a table by name holds. */
    enum Cells {
        TEXT("text"),
        NUMBER("number"),
        VALUE("text, number, true or false"),
        CODES("list of codes");

        private final String words;

        Cells(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One of several types. */
    record Either(List<KeyType> types) implements KeyType {
        public Either {
            types = List.copyOf(types);
        }
    }
}
