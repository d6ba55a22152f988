package com.cdhdashboard.app.page.configuration.form;

import com.cdhdashboard.core.error.UserException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the texts that a form sends mean as a value. What is no number or day although it should be one stays the text
 * that was typed: nothing is lost, and the check says what is wrong with it.
 */
public enum Posted {
    TEXT {
        @Override
        Object value(String text, Optional<Object> before) {
            return text;
        }
    },
    NUMBER {
        @Override
        Object value(String text, Optional<Object> before) {
            return number(text).orElse(text);
        }
    },
    /** A text that may be a number, and stays what it was. */
    EITHER {
        @Override
        Object value(String text, Optional<Object> before) {
            return before.filter(Number.class::isInstance)
                    .flatMap(old -> number(text))
                    .orElse(text);
        }
    },
    FLAG {
        @Override
        Object value(String text, Optional<Object> before) {
            return text.equals("true") || text.equals("false") ? text.equals("true") : text;
        }
    },
    DAY {
        @Override
        Object value(String text, Optional<Object> before) {
            boolean written = before.filter(String.class::isInstance).isPresent();
            return written ? text : day(text).orElse(text);
        }
    },
    LIST {
        @Override
        Object value(String text, Optional<Object> before) {
            return List.of(text);
        }
    };

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    abstract Object value(String text, Optional<Object> before);

    /** The kind that the browser names. */
    public static Posted of(String name) {
        return Stream.of(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException("\"" + name + "\" is no kind of input; load the page again"));
    }

    /**
     * The value to write; empty where the key is to be left out, as an empty number, day or choice is. What reads as it
     * did stays as it was written, such as a flag in quotes.
     *
     * @param before what the key was set to
     */
    public Optional<Object> read(List<String> texts, Optional<Object> before) {
        if (this == LIST) {
            return Optional.of(kept(texts, before));
        }
        if (texts.size() != 1) {
            throw new UserException("One value was expected, and " + texts.size() + " came; load the page again");
        }
        String text = texts.get(0).replace("\r\n", "\n");
        if (before.filter(old -> Shown.text(old).equals(text)).isPresent()) {
            return before;
        }
        boolean leavesOut = text.isBlank() && this != TEXT && this != EITHER;
        return leavesOut ? Optional.empty() : Optional.of(value(text, before));
    }

    /** Numbers and others that a list held stay what they were. */
    private static List<Object> kept(List<String> texts, Optional<Object> before) {
        List<?> old =
                before.filter(List.class::isInstance).map(List.class::cast).orElse(List.of());
        return texts.stream()
                .<Object>map(text -> old.stream()
                        .filter(each -> !(each instanceof String)
                                && String.valueOf(each).equals(text))
                        .<Object>map(each -> each)
                        .findFirst()
                        .orElse(text))
                .toList();
    }

    private static Optional<Object> number(String text) {
        String plain = text.strip().replace("_", "");
        if (WHOLE.matcher(plain).matches()) {
            return Optional.of(Long.valueOf(plain));
        }
        return DECIMAL.matcher(plain).matches() && Double.isFinite(Double.parseDouble(plain))
                ? Optional.of(Double.valueOf(plain))
                : Optional.empty();
    }

    private static Optional<Object> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
