package com.cdhdashboard.assistant.number;

import com.cdhdashboard.assistant.prose.Inline;
import com.cdhdashboard.assistant.prose.NumberLink;
import com.cdhdashboard.assistant.prose.ProseText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pieces of a line as one text, so that a number is found however it is emphasised, and put back as pieces. */
final class Line {
    private final List<Inline> pieces;
    private final String text;

    /** A part of the line and what becomes of it: a link, or a name where there is none. */
    record Span(int from, int to, Optional<NumberLink> link) {}

    Line(List<Inline> pieces) {
        this.pieces = pieces;
        this.text = ProseText.of(pieces);
    }

    String text() {
        return text;
    }

    /** The line with its spans; none lies in another. */
    List<Inline> with(List<Span> spans) {
        List<Span> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparingInt(Span::from));
        return rebuilt(pieces, 0, ordered);
    }

    private static List<Inline> rebuilt(List<Inline> pieces, int start, List<Span> spans) {
        List<Inline> rebuilt = new ArrayList<>();
        int at = start;
        for (Inline piece : pieces) {
            int end = at + ProseText.of(List.of(piece)).length();
            if (piece instanceof Inline.Strong strong) {
                rebuilt.add(new Inline.Strong(rebuilt(strong.pieces(), at, spans)));
            } else if (piece instanceof Inline.Emphasis emphasis) {
                rebuilt.add(new Inline.Emphasis(rebuilt(emphasis.pieces(), at, spans)));
            } else if (piece instanceof Inline.Text text) {
                cut(text.text(), at, spans, rebuilt);
            } else {
                rebuilt.add(piece);
            }
            at = end;
        }
        return rebuilt;
    }

    private static void cut(String text, int start, List<Span> spans, List<Inline> pieces) {
        int done = 0;
        for (Span span : spans) {
            int from = Math.max(span.from() - start, done);
            int to = Math.min(span.to() - start, text.length());
            if (from < to) {
                plain(text.substring(done, from), pieces);
                String part = text.substring(from, to);
                pieces.add(span.link()
                        .<Inline>map(link -> new Inline.Number(part, link))
                        .orElseGet(() -> new Inline.Code(part)));
                done = to;
            }
        }
        plain(text.substring(done), pieces);
    }

    private static void plain(String text, List<Inline> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Inline.Text(text));
        }
    }
}
