package com.cdhdashboard.core.config.edit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tomlj.MutableTomlTable;

/** Where a key or table that is not there yet goes; the best place first. */
final class Placement {
    private final Layout layout;

    Placement(Layout layout) {
        this.layout = layout;
    }

    /** Texts that hold the new key; the first that means what it should is taken. */
    List<String> candidates(List<String> path, Object value) {
        List<String> texts = new ArrayList<>();
        Optional<Statement> inline = layout.holding(path);
        if (inline.isPresent()) {
            Statement holder = inline.get();
            List<String> within = path.subList(holder.path().size(), path.size());
            texts.add(layout.withValue(holder, edit -> edit.set(within, value)));
            return texts;
        }
        List<String> table = Meaning.parent(path);
        if (!(value instanceof Map)) {
            belowLastKey(path, value).ifPresent(texts::add);
            belowHeader(path, value).ifPresent(texts::add);
            dotted(path, value).ifPresent(texts::add);
            if (table.isEmpty()) {
                texts.add(top(path, value));
            } else {
                texts.add(newBlock(table, Map.of(Meaning.name(path), value)));
            }
        } else {
            texts.add(newBlock(path, (Map<?, ?>) value));
            belowLastKey(path, value).ifPresent(texts::add);
            dotted(path, value).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<String> belowLastKey(List<String> path, Object value) {
        List<String> table = Meaning.parent(path);
        Optional<Statement> last = last(each ->
                !each.header() && each.table().equals(table) && each.path().size() == path.size());
        return last.or(() -> last(each -> !each.header() && each.table().equals(table)))
                .filter(each ->
                        headerOf(each).map(Statement::kind).orElse(Statement.Kind.TABLE) == Statement.Kind.TABLE)
                .map(each -> line(each, path, value));
    }

    /** A table that has only dotted keys in the table above gets one more of them. */
    private Optional<String> dotted(List<String> path, Object value) {
        return last(each -> !each.header()
                        && each.table().size() < path.size() - 1
                        && Statement.startsWith(each.path(), Meaning.parent(path)))
                .map(each -> line(each, path, value));
    }

    private String line(Statement sibling, List<String> path, Object value) {
        String equals = layout.text().substring(sibling.keyEnd(), sibling.value());
        String key = path.subList(sibling.table().size(), path.size()).stream()
                .map(each -> Notation.key(each, ' '))
                .collect(joining("."));
        // Spaces that line up the equals signs of a table belong to the length of one key
        String sign = equals.matches(" {2,}= ") ? " = " : equals;
        return spliced(layout.insertion(sibling.end(), layout.indent(sibling.key()) + key + sign + written(value)));
    }

    private Optional<String> belowHeader(List<String> path, Object value) {
        return layout.header(Meaning.parent(path))
                .map(each -> spliced(layout.insertion(each.end(), layout.indent(each.key()) + keyValue(path, value))));
    }

    private String top(List<String> path, Object value) {
        int first = layout.statements().isEmpty()
                ? layout.text().length()
                : layout.statements().get(0).start();
        String gap = layout.statements().isEmpty() ? "" : layout.newline();
        return spliced(layout.insertion(first, keyValue(path, value) + layout.newline() + gap));
    }

    /** A new header behind the tables beside it, or before the tables below it, or at the end. */
    private String newBlock(List<String> path, Map<?, ?> values) {
        MutableTomlTable table = MutableTomlTable.create();
        table.set(path, MutableTomlTable.create());
        values.forEach((key, value) ->
                table.set(Meaning.child(path, (String) key), value instanceof Map ? value : Notation.fresh(value)));
        String block = table.toToml().strip().replace("\n", layout.newline());
        return withBlock(path, block);
    }

    String withBlock(List<String> path, String block) {
        List<Layout.Run> below = blocks(path);
        if (!below.isEmpty()) {
            return spliced(layout.insertion(below.get(0).start(), block + layout.newline() + layout.newline()));
        }
        for (int depth = path.size() - 1; depth > 0; depth--) {
            List<Layout.Run> beside = blocks(path.subList(0, depth));
            if (!beside.isEmpty()) {
                return behind(beside.get(beside.size() - 1), block);
            }
        }
        boolean empty = layout.text().isBlank() || layout.text().equals("\uFEFF");
        boolean gap =
                !empty && !layout.text().endsWith("\n\n") && !layout.text().endsWith("\n\r\n");
        return spliced(layout.insertion(layout.text().length(), (gap ? layout.newline() : "") + block));
    }

    private String behind(Layout.Run run, String block) {
        boolean more = run.last() + 1 < layout.statements().size();
        String gap =
                more ? layout.gapAbove(layout.statements().get(run.last() + 1).start()) : layout.newline();
        return spliced(layout.insertion(run.end(), gap + block));
    }

    private List<Layout.Run> blocks(List<String> path) {
        return layout.runs(path).stream().filter(Layout.Run::headers).toList();
    }

    private Optional<Statement> headerOf(Statement key) {
        return layout.statements().stream()
                .filter(each -> each.header() && each.key() < key.key())
                .reduce((one, next) -> next);
    }

    private Optional<Statement> last(Predicate<Statement> which) {
        return layout.statements().stream().filter(which).reduce((one, next) -> next);
    }

    private String keyValue(List<String> path, Object value) {
        return Notation.key(Meaning.name(path), ' ') + " = " + written(value);
    }

    private String written(Object value) {
        return new ValueEdit("0", layout.newline(), "").set(List.of(), value);
    }

    private String spliced(Splice splice) {
        return Splice.apply(layout.text(), List.of(splice));
    }
}
