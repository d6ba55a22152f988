package com.cdhdashboard.core.expression.pattern;

import com.cdhdashboard.core.expression.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a regular expression and rewrites it. Sizes are added up on the way: counted repetitions multiply, and a pattern
 * that an engine could not hold is refused here rather than there.
 */
final class RegexReader {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_REPEAT = 1000;
    private static final long MAX_SIZE = 100_000;
    private static final long LITERAL_SIZE = 4;
    private static final long CLASS_SIZE = 10;

    /** A rewritten piece, the instructions it takes, and how often counted repetitions inside repeat. */
    private record Piece(String pattern, long size, long repeats, boolean repeatable) {}

    private final RegexScanner scanner;
    private final List<Optional<String>> groups = new ArrayList<>();
    private boolean plain = true;
    private int depth;

    RegexReader(String text, Place place) {
        this.scanner = new RegexScanner(text, place);
    }

    RegexPattern read() {
        Piece piece = alternatives();
        if (!scanner.atEnd()) {
            throw scanner.refuse("\")\" closes no group");
        }
        return new RegexPattern(piece.pattern(), groups, plain);
    }

    private Piece alternatives() {
        depth++;
        if (!(depth <= MAX_DEPTH)) {
            throw scanner.refuse("groups are nested more than " + MAX_DEPTH + " deep");
        }
        Piece all = sequence();
        while (scanner.takeIf('|')) {
            plain = false;
            Piece next = sequence();
            all = checked(
                    all.pattern() + "|" + next.pattern(),
                    all.size() + next.size() + 1,
                    Math.max(all.repeats(), next.repeats()));
        }
        depth--;
        return all;
    }

    private Piece sequence() {
        StringBuilder pattern = new StringBuilder();
        long size = 0;
        long repeats = 1;
        while (!scanner.atEnd() && scanner.peek() != '|' && scanner.peek() != ')') {
            Piece piece = repeated(atom());
            pattern.append(piece.pattern());
            size += piece.size();
            repeats = Math.max(repeats, piece.repeats());
        }
        return checked(pattern.toString(), size, repeats);
    }

    private Piece checked(String pattern, long size, long repeats) {
        if (!(size <= MAX_SIZE && repeats <= MAX_REPEAT)) {
            throw scanner.refuse("the repetitions make it too large");
        }
        return new Piece(pattern, size, repeats, true);
    }

    private Piece repeated(Piece atom) {
        Piece piece = atom;
        while (!scanner.atEnd() && "*+?{".indexOf(scanner.peek()) >= 0) {
            if (!piece.repeatable()) {
                throw scanner.refuse("there is nothing to repeat before " + scanner.quotedNext());
            }
            plain = false;
            RegexScanner.Repetition repetition = scanner.repetition();
            if (!(repetition.most() <= MAX_REPEAT)) {
                throw scanner.refuse(
                        "a repetition of " + repetition.most() + " times; allowed are at most " + MAX_REPEAT);
            }
            piece = checked(
                    "(?:" + piece.pattern() + ")" + repetition.pattern(),
                    (piece.size() + 1) * Math.max(1, repetition.most()),
                    piece.repeats() * Math.max(1, repetition.counted() ? repetition.most() : 1));
        }
        return piece;
    }

    private Piece atom() {
        int character = scanner.take();
        return switch (character) {
            case '(' -> group();
            case '[' -> special(new RegexClass(scanner).read(), CLASS_SIZE);
            case '.' -> special(".", CLASS_SIZE);
            case '^', '$' -> special(Character.toString(character), 1);
            case '\\' -> escape();
            case '*', '+', '?', '{' ->
                throw scanner.refuse("there is nothing to repeat before \"" + Character.toString(character) + "\"");
            default -> literal(character);
        };
    }

    private Piece literal(int character) {
        return new Piece(RegexPattern.escape(character), LITERAL_SIZE, 1, true);
    }

    private Piece special(String pattern, long size) {
        plain = false;
        long unicode = pattern.split("\\\\[pP]\\{", -1).length - 1L;
        return new Piece(pattern, size + unicode * RegexClass.UNICODE_SIZE, 1, true);
    }

    private Piece escape() {
        RegexScanner.Escape escape = scanner.escape();
        if (escape.literal().isPresent()) {
            plain = false;
            return literal(escape.literal().get());
        }
        return special(escape.pattern(), CLASS_SIZE);
    }

    private Piece group() {
        plain = false;
        if (!scanner.takeIf('?')) {
            groups.add(Optional.empty());
            return closed("(");
        }
        if (scanner.startsWith("=")
                || scanner.startsWith("!")
                || scanner.startsWith("<=")
                || scanner.startsWith("<!")) {
            throw scanner.refuse("look-ahead and look-behind are not supported; test for two patterns with & instead");
        }
        if (scanner.startsWith("P<") || scanner.startsWith("<")) {
            groups.add(Optional.of(scanner.groupName(groups)));
            return closed("(");
        }
        String flags = scanner.flags();
        if (scanner.takeIf(':')) {
            return closed("(?" + flags + ":");
        }
        scanner.expect(')', "the flags \"" + flags + "\" are not closed");
        if (flags.isEmpty()) {
            throw scanner.refuse("\"(?)\" holds no flags");
        }
        return new Piece("(?" + flags + ")", 1, 1, false);
    }

    private Piece closed(String opening) {
        Piece inner = alternatives();
        scanner.expect(')', "a group is not closed");
        return new Piece(opening + inner.pattern() + ")", inner.size() + 2, inner.repeats(), true);
    }
}
