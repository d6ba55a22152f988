package com.cdhdashboard.core.expression.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a character class, from behind its opening bracket. */
final class RegexClass {
    /** What a class of Unicode characters takes in instructions, at most. */
    static final long UNICODE_SIZE = 400;

    private static final Set<String> POSIX = Set.of(
            "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
            "word", "xdigit");

    private final RegexScanner scanner;
    private final StringBuilder items = new StringBuilder();
    private final List<String> inverses = new ArrayList<>();

    RegexClass(RegexScanner scanner) {
        this.scanner = scanner;
    }

    String read() {
        boolean negated = scanner.takeIf('^');
        boolean first = true;
        while (first || scanner.atEnd() || scanner.peek() != ']') {
            if (scanner.atEnd()) {
                throw scanner.refuse("a character class is not closed");
            }
            item();
            first = false;
        }
        scanner.take();
        if (inverses.isEmpty()) {
            return "[" + (negated ? "^" : "") + items + "]";
        }
        if (negated) {
            throw scanner.refuse("\\W and \\S cannot stand in a negated class");
        }
        String union = items.isEmpty() ? "" : "[" + items + "]|";
        return "(?:" + union + "[^" + String.join("]|[^", inverses) + "])";
    }

    private void item() {
        if (scanner.startsWith("&&") || scanner.startsWith("--") || scanner.startsWith("~~")) {
            throw scanner.refuse("set operations such as && in a class are not supported");
        }
        if (scanner.startsWith("[:")) {
            posix();
            return;
        }
        if (scanner.peek() == '[') {
            throw scanner.refuse("a class in a class is not supported; write \\[ for the character");
        }
        Optional<Integer> low = character();
        if (low.isEmpty()) {
            return;
        }
        items.append(RegexPattern.escape(low.get()));
        boolean range = scanner.startsWith("-") && !scanner.startsWith("-]") && !scanner.startsWith("--");
        if (range) {
            scanner.take();
            range(low.get());
        }
    }

    private void range(int low) {
        if (scanner.atEnd()) {
            throw scanner.refuse("a character class is not closed");
        }
        int before = items.length();
        Optional<Integer> high = scanner.peek() == '[' ? Optional.empty() : character();
        if (high.isEmpty()) {
            items.setLength(before);
            throw scanner.refuse("a range in a class must end in a character");
        }
        if (!(low <= high.get())) {
            throw scanner.refuse("a range in a class ends before it begins");
        }
        items.append('-').append(RegexPattern.escape(high.get()));
    }

    /** One character, or empty where a class of its own was added. */
    private Optional<Integer> character() {
        int character = scanner.take();
        if (character != '\\') {
            return Optional.of(character);
        }
        RegexScanner.Escape escape = scanner.escape();
        if (escape.literal().isPresent()) {
            return escape.literal();
        }
        if (escape.items().isEmpty() && escape.inverse().isEmpty()) {
            throw scanner.refuse("\"" + escape.pattern() + "\" cannot stand in a class");
        }
        escape.items().ifPresent(items::append);
        escape.inverse().ifPresent(inverses::add);
        if (scanner.startsWith("-") && !scanner.startsWith("-]")) {
            throw scanner.refuse("a range in a class must begin with a character");
        }
        return Optional.empty();
    }

    private void posix() {
        scanner.take();
        scanner.take();
        boolean negated = scanner.takeIf('^');
        StringBuilder name = new StringBuilder();
        while (!scanner.atEnd() && !scanner.startsWith(":]") && name.length() < 10) {
            name.appendCodePoint(scanner.take());
        }
        if (!(scanner.startsWith(":]") && POSIX.contains(name.toString()))) {
            throw scanner.refuse("\"[:" + name + ":]\" is not a known class");
        }
        scanner.take();
        scanner.take();
        items.append("[:").append(negated ? "^" : "").append(name).append(":]");
    }
}
