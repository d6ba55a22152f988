package com.cdhdashboard.core.config.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the statements and keys of a document stand, and what is in quotes. */
record Layout(String text, List<Statement> statements, List<KeyPlace> keys, List<Range> quoted) {
    Layout {
        statements = List.copyOf(statements);
        keys = List.copyOf(keys);
        quoted = List.copyOf(quoted);
    }

    /** Statements that stand together and are moved together: headers with what is below them, or single keys. */
    record Run(boolean headers, int first, int last, int start, int end) {}

    String newline() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /** The key and value whose value is, or holds, what a path names. */
    Optional<Statement> holding(List<String> path) {
        return statements.stream()
                .filter(each -> !each.header() && Statement.startsWith(path, each.path()))
                .findFirst();
    }

    /** The blanks that a line begins with. */
    String indent(int key) {
        int start = Math.max(text.lastIndexOf('\n', key - 1) + 1, contentStart());
        int end = start;
        while (end < key && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** A text with what a value holds changed. */
    String withValue(Statement holder, Function<ValueEdit, String> edit) {
        String written = text.substring(holder.value(), holder.valueEnd());
        String edited = edit.apply(new ValueEdit(written, newline(), indent(holder.key())));
        return Splice.apply(text, List.of(new Splice(holder.value(), holder.valueEnd(), edited)));
    }

    Optional<Statement> header(List<String> path) {
        return statements.stream()
                .filter(each ->
                        each.kind() == Statement.Kind.TABLE && each.path().equals(path))
                .findFirst();
    }

    /** Everything that makes up a table or key, in the order of the text; empty where it stands in an inline table. */
    List<Run> parts(List<String> path) {
        List<Run> parts = new ArrayList<>();
        for (int at = 0; at < statements.size(); at++) {
            Statement statement = statements.get(at);
            if (Statement.startsWith(statement.path(), path)) {
                int last = statement.header() ? lastOfBlock(at) : at;
                Statement end = statements.get(last);
                int behind = statement.header() ? end.tail() : end.end();
                parts.add(new Run(statement.header(), at, last, statement.start(), behind));
                at = last;
            }
        }
        return parts;
    }

    /** The parts, where those that follow one another are one, with what stands between them. */
    List<Run> runs(List<String> path) {
        List<Run> runs = new ArrayList<>();
        for (Run next : parts(path)) {
            int last = runs.size() - 1;
            Run before = runs.isEmpty() ? next : runs.get(last);
            if (before.last() + 1 == next.first() && before.headers() == next.headers()) {
                runs.set(last, new Run(next.headers(), before.first(), next.last(), before.start(), next.end()));
            } else {
                runs.add(next);
            }
        }
        return runs;
    }

    private int lastOfBlock(int header) {
        int last = header;
        while (last + 1 < statements.size() && !statements.get(last + 1).header()) {
            last++;
        }
        return last;
    }

    String text(Run run) {
        return text.substring(run.start(), run.end());
    }

    /** Whether nothing, or a blank line, stands above an offset. */
    boolean freeAbove(int lineStart) {
        return lineBefore(lineStart).map(String::isBlank).orElse(true);
    }

    private Optional<String> lineBefore(int lineStart) {
        if (lineStart <= contentStart()) {
            return Optional.empty();
        }
        return Optional.of(text.substring(startOfLineBefore(lineStart), lineStart));
    }

    private int startOfLineBefore(int lineStart) {
        return Math.max(text.lastIndexOf('\n', lineStart - 2) + 1, contentStart());
    }

    private int contentStart() {
        return text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** The blank lines that go with a range when it is taken out, so that no double ones stay. */
    Splice removal(int start, int end) {
        int to = end;
        if (freeAbove(start)) {
            while (to < text.length() && lineAt(to).isBlank()) {
                to += lineAt(to).length();
            }
        }
        int from = start;
        while (to >= text.length() && from > contentStart() && freeAbove(from)) {
            from = startOfLineBefore(from);
        }
        return new Splice(from, to, "");
    }

    private String lineAt(int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end + 1);
    }

    /** Puts lines behind an offset that is the start of a line or the end of the text. */
    Splice insertion(int offset, String lines) {
        boolean open = offset > contentStart() && text.charAt(offset - 1) != '\n';
        String closed = lines.endsWith("\n") ? lines : lines + newline();
        return new Splice(offset, offset, open ? newline() + closed : closed);
    }

    /** What stands between two tables: a blank line, unless a table follows directly upon what is above it. */
    String gapAbove(int start) {
        return freeAbove(start) ? newline() : "";
    }

    /** The renaming of every key that stands for a path within a range. */
    List<Splice> renaming(List<String> path, String newName, int from, int to) {
        return keys.stream()
                .filter(each -> each.path().equals(path) && each.start() >= from && each.end() <= to)
                .map(each -> new Splice(each.start(), each.end(), Notation.key(newName, text.charAt(each.start()))))
                .toList();
    }
}
