package com.cdhdashboard.core.expression.text;

import com.cdhdashboard.core.error.Position;
import java.util.Optional;

/** Turns offsets, asked in ascending order, into places; columns count code points. */
public final class Places {
    private static final int EXCERPT = 24;

    private final SourceText source;
    private int offset;
    private int line;
    private int column;

    public Places(SourceText source) {
        this.source = source;
        this.line = source.position().line();
        this.column = source.position().column();
    }

    public Place at(int target) {
        if (!source.verbatim()) {
            return new Place(target, source.position(), Optional.of(excerpt(target)));
        }
        String text = source.text();
        while (offset < target) {
            int character = text.codePointAt(offset);
            offset += Character.charCount(character);
            column++;
            if (character == '\n') {
                line++;
                column = 1;
            }
        }
        return new Place(target, new Position(source.position().file(), line, column), Optional.empty());
    }

    private String excerpt(int target) {
        String text = source.text();
        int end = Math.min(text.length(), target + EXCERPT);
        String found = text.substring(Math.min(target, end), end).replaceAll("\\s+", " ");
        return found.isEmpty() ? "the end" : found + (end < text.length() ? "…" : "");
    }
}
