package com.cdhdashboard.core.expression.pattern;

import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The characters of a regular expression, and the small forms made of them. */
final class RegexScanner {
    static final String DIGIT = "\\p{Nd}";
    static final String SPACE = "\\x{9}-\\x{d}\\x{20}\\x{85}\\p{Z}";
    static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Pc}";

    private static final Set<String> PROPERTIES = Set.of(
            "L",
            "Lu",
            "Ll",
            "Lt",
            "Lm",
            "Lo",
            "M",
            "Mn",
            "Mc",
            "Me",
            "N",
            "Nd",
            "Nl",
            "No",
            "P",
            "Pc",
            "Pd",
            "Ps",
            "Pe",
            "Pi",
            "Pf",
            "Po",
            "S",
            "Sm",
            "Sc",
            "Sk",
            "So",
            "Z",
            "Zs",
            "Zl",
            "Zp",
            "Arabic",
            "Cyrillic",
            "Greek",
            "Han",
            "Hebrew",
            "Hiragana",
            "Katakana",
            "Latin",
            "Thai");

    /** How often something is repeated, and how that is written. */
    record Repetition(String pattern, long most, boolean counted) {}

    /** An escape is one character, or a pattern of its own; the inverse is the class it excludes, as class items. */
    record Escape(Optional<Integer> literal, String pattern, Optional<String> items, Optional<String> inverse) {
        static Escape character(int character) {
            return new Escape(Optional.of(character), "", Optional.empty(), Optional.empty());
        }

        static Escape items(String items) {
            return new Escape(Optional.empty(), "[" + items + "]", Optional.of(items), Optional.empty());
        }

        static Escape inverse(String items) {
            return new Escape(Optional.empty(), "[^" + items + "]", Optional.empty(), Optional.of(items));
        }

        static Escape position(String pattern) {
            return new Escape(Optional.empty(), pattern, Optional.empty(), Optional.empty());
        }
    }

    private final String text;
    private final Place place;
    private int at;

    RegexScanner(String text, Place place) {
        this.text = text;
        this.place = place;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int peek() {
        return text.codePointAt(at);
    }

    int take() {
        int character = peek();
        at += Character.charCount(character);
        return character;
    }

    boolean takeIf(char character) {
        boolean found = !atEnd() && text.charAt(at) == character;
        at += found ? 1 : 0;
        return found;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    void expect(char character, String otherwise) {
        if (!takeIf(character)) {
            throw refuse(otherwise);
        }
    }

    String quotedNext() {
        return "\"" + Character.toString(peek()) + "\"";
    }

    Refusal refuse(String reason) {
        String shown = text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
        return new Refusal(place, "the regular expression \"" + shown + "\" is refused: " + reason);
    }

    Repetition repetition() {
        int sign = take();
        long most = 1;
        String pattern = Character.toString(sign);
        if (sign == '{') {
            long least = count();
            boolean comma = takeIf(',');
            boolean open = comma && !atEnd() && peek() == '}';
            most = comma && !open ? count() : least;
            expect('}', "\"{\" begins a repetition that is not closed; write \\{ for the character");
            if (!(least <= most)) {
                throw refuse("the repetition {" + least + "," + most + "} ends before it begins");
            }
            pattern = "{" + least + (comma ? "," : "") + (comma && !open ? String.valueOf(most) : "") + "}";
        }
        return new Repetition(pattern + (takeIf('?') ? "?" : ""), most, sign == '{');
    }

    private long count() {
        int start = at;
        while (!atEnd() && peek() >= '0' && peek() <= '9' && at < start + 9) {
            at++;
        }
        if (at == start) {
            throw refuse("\"{\" begins a repetition that lacks a number; write \\{ for the character");
        }
        return Long.parseLong(text.substring(start, at));
    }

    String groupName(List<Optional<String>> taken) {
        takeIf('P');
        at++;
        int end = text.indexOf('>', at);
        String name = end < 0 ? "" : text.substring(at, end);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,49}")) {
            throw refuse("a group's name must be letters, digits and _, and end with \">\"");
        }
        if (taken.contains(Optional.of(name))) {
            throw refuse("two groups are named \"" + name + "\"");
        }
        at = end + 1;
        return name;
    }

    /** The flags behind {@code (?}, up to the colon or the parenthesis. */
    String flags() {
        int start = at;
        while (!atEnd() && peek() != ':' && peek() != ')' && "imsU-".indexOf(peek()) >= 0) {
            at++;
        }
        String flags = text.substring(start, at);
        boolean closed = !atEnd() && (peek() == ':' || peek() == ')');
        if (!closed) {
            throw refuse("\"(?" + flags + (atEnd() ? "" : Character.toString(peek()))
                    + "\" is not supported; flags are i, m, s and U");
        }
        boolean once = flags.chars().distinct().count() == flags.length() && !flags.endsWith("-");
        if (!once) {
            throw refuse("the flags \"" + flags + "\" make no sense");
        }
        return flags;
    }

    Escape escape() {
        if (atEnd()) {
            throw refuse("it ends in a single backslash");
        }
        int character = take();
        return switch (character) {
            case 'd' -> Escape.items(DIGIT);
            case 'D' -> Escape.items("\\P{Nd}");
            case 's' -> Escape.items(SPACE);
            case 'S' -> Escape.inverse(SPACE);
            case 'w' -> Escape.items(WORD);
            case 'W' -> Escape.inverse(WORD);
            case 'b', 'B' -> boundary(character);
            case 'A', 'z' -> Escape.position("\\" + Character.toString(character));
            case 'p', 'P' -> Escape.items("\\" + Character.toString(character) + "{" + property() + "}");
            case 'a', 'f', 't', 'n', 'r', 'v' ->
                Escape.character("\u0007\f\t\n\r\u000b".charAt("aftnrv".indexOf(character)));
            case 'x', 'u', 'U' -> Escape.character(hexadecimal(character));
            default -> punctuation(character);
        };
    }

    private Escape boundary(int character) {
        if (!atEnd() && peek() == '{') {
            throw refuse("\"\\b{…}\" is not supported; write \\b");
        }
        return Escape.position("\\" + Character.toString(character));
    }

    private Escape punctuation(int character) {
        if (character >= '0' && character <= '9') {
            throw refuse("back-references such as \"\\" + Character.toString(character) + "\" are not supported");
        }
        boolean letter = Character.isLetter(character) || character == '<' || character == '>' || character > 0x7f;
        if (letter) {
            throw refuse("the escape \"\\" + Character.toString(character) + "\" is not supported");
        }
        return Escape.character(character);
    }

    private String property() {
        String name = takeIf('{') ? upTo('}') : atEnd() ? "" : Character.toString(take());
        if (!PROPERTIES.contains(name)) {
            throw refuse("\"\\p{" + name + "}\" is not supported; use a general category such as \\p{L} or \\p{Nd}");
        }
        return name;
    }

    private int hexadecimal(int kind) {
        int length = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
        String digits;
        if (takeIf('{')) {
            digits = upTo('}');
        } else {
            digits = text.substring(at, Math.min(text.length(), at + length));
            at += digits.length();
        }
        boolean number = digits.matches("[0-9a-fA-F]{1,8}");
        long character = number ? Long.parseLong(digits, 16) : 0;
        boolean valid = character > 0
                && character <= Character.MAX_CODE_POINT
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
        if (!valid) {
            throw refuse("\"\\" + Character.toString(kind) + digits + "\" is not a character");
        }
        return (int) character;
    }

    private String upTo(char closing) {
        int end = text.indexOf(closing, at);
        if (end < 0) {
            throw refuse("\"" + closing + "\" is missing");
        }
        String found = text.substring(at, end);
        at = end + 1;
        return found;
    }
}
