package com.cdhdashboard.assistant.prose;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A piece of a line. */
public sealed interface Inline {
    record Text(String text) implements Inline {
        public Text {
            requireNonNull(text, "text");
        }
    }

    record Strong(List<Inline> pieces) implements Inline {
        public Strong {
            pieces = List.copyOf(pieces);
        }
    }

    record Emphasis(List<Inline> pieces) implements Inline {
        public Emphasis {
            pieces = List.copyOf(pieces);
        }
    }

    /** A name as it is written in data or configuration. */
    record Code(String text) implements Inline {
        public Code {
            requireNonNull(text, "text");
        }
    }

    /** A number that a tool answered, as the text writes it. */
    @SuppressWarnings("JavaLangClash")
    record Number(String text, NumberLink link) implements Inline {
        public Number {
            requireNonNull(text, "text");
            requireNonNull(link, "link");
        }
    }

    record LineBreak() implements Inline {}
}
