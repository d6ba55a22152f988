package com.cdhdashboard.core.expression.pattern;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** What takes the place of a match: texts, and groups of the match. */
public record Replacement(List<Part> parts) {
    private static final java.util.regex.Pattern REFERENCE = java.util.regex.Pattern.compile(
            "\\$(?:(?<dollar>\\$)|(?<name>[0-9A-Za-z_]{1,50})|\\{(?<braced>[^}]{1,50})})");
    private static final int MAX_GROUP = 9;

    /** A piece of a replacement. */
    public sealed interface Part {}

    /** Characters as they are. */
    public record Text(String characters) implements Part {
        public Text {
            requireNonNull(characters, "characters");
        }
    }

    /** What a capture group matched; group 0 is the whole match. */
    public record Group(int number) implements Part {}

    public Replacement {
        parts = List.copyOf(parts);
    }

    static Replacement literal(String text) {
        return new Replacement(List.of(new Text(text)));
    }

    /** Reads {@code $1}, {@code ${1}}, {@code $name}, {@code ${name}} and {@code $$}; for a plain pattern, nothing. */
    public static Replacement parse(String text, RegexPattern pattern, Place place) {
        if (pattern.plain()) {
            return literal(text);
        }
        List<Part> parts = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(text);
        int from = 0;
        while (reference.find()) {
            parts.add(new Text(text.substring(from, reference.start())));
            if (reference.group("dollar") != null) {
                parts.add(new Text("$"));
            } else {
                String name = Optional.ofNullable(reference.group("name")).orElseGet(() -> reference.group("braced"));
                parts.add(group(name, pattern, place));
            }
            from = reference.end();
        }
        parts.add(new Text(text.substring(from)));
        return new Replacement(parts);
    }

    private static Group group(String name, RegexPattern pattern, Place place) {
        int number = name.matches("[0-9]{1,4}")
                ? Integer.parseInt(name)
                : pattern.groups().indexOf(Optional.of(name)) + 1;
        boolean known =
                name.equals("0") || (number >= 1 && number <= pattern.groups().size());
        if (!known) {
            throw new Refusal(
                    place,
                    "the replacement names the group \"" + name + "\", which the pattern lacks; write $$ for a $");
        }
        if (!(number <= MAX_GROUP)) {
            throw new Refusal(place, "the replacement names group " + number + "; allowed are the first " + MAX_GROUP);
        }
        return new Group(number);
    }
}
