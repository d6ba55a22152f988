package com.cdhdashboard.core.expression.pattern;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A format of dates and times in the directives of {@code strptime}: those that can be read exactly, and some more that
 * can only be written.
 */
public record TimeFormat(List<Element> elements) {
    /** A part of a format. */
    public sealed interface Element {}

    /** Characters that stand for themselves. */
    public record Text(String characters) implements Element {
        public Text {
            requireNonNull(characters, "characters");
        }
    }

    /** Blanks; when reading, any number of them but none. */
    public record Blank(String characters) implements Element {
        public Blank {
            requireNonNull(characters, "characters");
        }
    }

    /** A part of a moment. */
    public enum Field implements Element {
        YEAR("%Y", true, true),
        MONTH("%m", true, true),
        DAY("%d", true, true),
        HOUR("%H", true, true),
        MINUTE("%M", true, true),
        SECOND("%S", true, true),
        /** A dot and any number of digits, or nothing. */
        FRACTION("%.f", true, false),
        /** A dot and three digits; when reading, or nothing. */
        FRACTION_3("%.3f", true, true),
        /** A dot and six digits; when reading, or nothing. */
        FRACTION_6("%.6f", true, true),
        MILLISECONDS("%3f", true, true),
        MICROSECONDS("%6f", true, true),
        /** Last when reading: characters other than blanks, or nothing; what they say is ignored. */
        ZONE("%Z", true, false),
        DAY_OF_YEAR("%j", false, true),
        MONTH_SHORT("%b", false, true),
        MONTH_NAME("%B", false, true),
        WEEKDAY_SHORT("%a", false, true),
        WEEKDAY_NAME("%A", false, true),
        YEAR_SHORT("%y", false, true),
        HOUR_12("%I", false, true),
        HALF_OF_DAY("%p", false, true),
        /** The year that the week belongs to, as ISO 8601 counts weeks. */
        ISO_YEAR("%G", false, true),
        /** 01 to 53; the first week has the first Thursday of the year. */
        ISO_WEEK("%V", false, true),
        /** 1 for Monday to 7. */
        ISO_WEEKDAY("%u", false, true),
        /** 00 to 53; the first week begins with the first Monday. */
        WEEK_FROM_MONDAY("%W", false, true),
        /** 00 to 53; the first week begins with the first Sunday. */
        WEEK_FROM_SUNDAY("%U", false, true),
        /** 0 for Sunday to 6. */
        WEEKDAY_FROM_SUNDAY("%w", false, true);

        private final String directive;
        private final boolean readable;
        private final boolean writable;

        Field(String directive, boolean readable, boolean writable) {
            this.directive = directive;
            this.readable = readable;
            this.writable = writable;
        }

        public String directive() {
            return directive;
        }

        /** Whether the field holds what is below a second. */
        public boolean isFraction() {
            return this == FRACTION
                    || this == FRACTION_3
                    || this == FRACTION_6
                    || this == MILLISECONDS
                    || this == MICROSECONDS;
        }
    }

    private static final Map<String, String> SHORTHANDS =
            Map.of("%F", "%Y-%m-%d", "%T", "%H:%M:%S", "%R", "%H:%M", "%D", "%m/%d/%y");

    public TimeFormat {
        elements = List.copyOf(elements);
    }

    public boolean has(Field field) {
        return elements.contains(field);
    }

    public static TimeFormat forReading(String text, Place place) {
        TimeFormat format = parse(text, place, true);
        Set<Field> seen = EnumSet.noneOf(Field.class);
        boolean fraction = false;
        for (Element element : format.elements()) {
            if (element instanceof Field field) {
                boolean again = !seen.add(field) || (field.isFraction() && fraction);
                if (again) {
                    throw new Refusal(place, "the format \"" + text + "\" has " + field.directive() + " twice");
                }
                fraction |= field.isFraction();
            }
        }
        format.requireContext(text, place);
        return format;
    }

    public static TimeFormat forWriting(String text, Place place) {
        return parse(text, place, false);
    }

    private void requireContext(String text, Place place) {
        require(true, Field.YEAR, text, place);
        require(has(Field.DAY), Field.MONTH, text, place);
        require(has(Field.MINUTE), Field.HOUR, text, place);
        require(has(Field.SECOND), Field.MINUTE, text, place);
        boolean zoneIsLast = !has(Field.ZONE) || elements.get(elements.size() - 1) == Field.ZONE;
        if (!zoneIsLast) {
            throw new Refusal(place, "the format \"" + text + "\" has %Z before its end; the zone must come last");
        }
        boolean fraction = elements.stream().anyMatch(element -> element instanceof Field f && f.isFraction());
        require(fraction, Field.SECOND, text, place);
    }

    private void require(boolean needed, Field field, String text, Place place) {
        if (needed && !has(field)) {
            throw new Refusal(place, "the format \"" + text + "\" lacks " + field.directive());
        }
    }

    private static TimeFormat parse(String text, Place place, boolean reading) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '%') {
                String directive = directive(text, at);
                elements.addAll(meaning(directive, place, reading));
                at += directive.length();
            } else {
                int end = runEnd(text, at);
                String run = text.substring(at, end);
                elements.add(run.isBlank() ? new Blank(run) : new Text(run));
                at = end;
            }
        }
        return new TimeFormat(elements);
    }

    /** The end of the run of blanks, or of other characters, that starts here. */
    private static int runEnd(String text, int start) {
        boolean blank = Character.isWhitespace(text.charAt(start));
        int end = start;
        while (end < text.length() && text.charAt(end) != '%' && Character.isWhitespace(text.charAt(end)) == blank) {
            end++;
        }
        return end;
    }

    /** From the percent sign to the letter. */
    private static String directive(String text, int start) {
        int end = start + 1;
        while (end < text.length() && end < start + 3 && ".0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(start, Math.min(text.length(), end + 1));
    }

    private static List<Element> meaning(String directive, Place place, boolean reading) {
        if (directive.equals("%%")) {
            return List.of(new Text("%"));
        }
        Optional<String> shorthand = Optional.ofNullable(SHORTHANDS.get(directive));
        if (shorthand.isPresent()) {
            return parse(shorthand.get(), place, reading).elements();
        }
        for (Field field : Field.values()) {
            if (field.directive.equals(directive) && (reading ? field.readable : field.writable)) {
                return List.of(field);
            }
        }
        throw new Refusal(
                place,
                "\"" + directive + "\" is not a directive for " + (reading ? "reading" : "writing")
                        + " dates and times; allowed are " + allowed(reading));
    }

    private static String allowed(boolean reading) {
        List<String> directives = new ArrayList<>();
        for (Field field : Field.values()) {
            if (reading ? field.readable : field.writable) {
                directives.add(field.directive);
            }
        }
        return String.join(" ", directives) + " %F %T %R %%";
    }
}
