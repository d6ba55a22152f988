package com.cdhdashboard.core.config.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes out, doubles and moves what makes up a table or key, together with its comments. */
final class Pieces {
    private final Layout layout;

    Pieces(Layout layout) {
        this.layout = layout;
    }

    /** The text without a table or key, wherever parts of it stand. */
    String remove(List<String> path) {
        List<Layout.Run> parts = layout.parts(path);
        if (parts.isEmpty()) {
            return inline(path, (edit, within) -> edit.remove(within));
        }
        return Splice.apply(layout.text(), removals(parts));
    }

    private List<Splice> removals(List<Layout.Run> runs) {
        return runs.stream()
                .map(each -> layout.removal(each.start(), each.end()))
                .toList();
    }

    String rename(List<String> path, String newName) {
        return Splice.apply(
                layout.text(), layout.renaming(path, newName, 0, layout.text().length()));
    }

    /** Doubles each part directly behind itself, where it stands in the same table. */
    String copy(List<String> path, String newName) {
        List<Layout.Run> runs = layout.runs(path);
        if (runs.isEmpty()) {
            return inline(path, (edit, within) -> edit.copy(within, newName));
        }
        List<Splice> splices = new ArrayList<>();
        for (Layout.Run run : runs) {
            String copy = Splice.apply(
                    layout.text(), layout.renaming(path, newName, run.start(), run.end()), run.start(), run.end());
            splices.add(layout.insertion(run.end(), gap(run) + copy));
        }
        return Splice.apply(layout.text(), splices);
    }

    String move(List<String> path, String sibling, boolean before) {
        List<Layout.Run> runs = layout.runs(path);
        List<Layout.Run> beside = layout.runs(Meaning.child(Meaning.parent(path), sibling));
        if (runs.isEmpty() && beside.isEmpty()) {
            return inline(path, (edit, within) -> edit.move(within, sibling, before));
        }
        if (runs.isEmpty() || beside.isEmpty()) {
            throw Refusal.notInPlace();
        }
        Layout.Run anchor = before ? beside.get(0) : beside.get(beside.size() - 1);
        String gap = runs.get(0).headers() && (spaced(runs.get(0)) || spaced(anchor)) ? layout.newline() : "";
        StringBuilder moved = new StringBuilder();
        for (Layout.Run run : runs) {
            String text = layout.text(run);
            moved.append(moved.isEmpty() ? "" : gap).append(text).append(text.endsWith("\n") ? "" : layout.newline());
        }
        List<Splice> splices = new ArrayList<>(removals(runs));
        splices.add(
                before ? layout.insertion(anchor.start(), moved + gap) : layout.insertion(anchor.end(), gap + moved));
        return Splice.apply(layout.text(), splices);
    }

    private boolean spaced(Layout.Run run) {
        return run.first() > 0 && layout.freeAbove(run.start());
    }

    private String gap(Layout.Run run) {
        return run.headers() ? layout.gapAbove(run.start()) : "";
    }

    /** The text of a table whose parts all have headers. */
    Optional<String> textOf(List<String> path) {
        List<Layout.Run> runs = layout.runs(path);
        if (runs.isEmpty() || !runs.stream().allMatch(Layout.Run::headers)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (Layout.Run run : runs) {
            text.append(text.isEmpty() ? "" : layout.newline()).append(ended(layout.text(run)));
        }
        return Optional.of(text.toString());
    }

    /** The text with another one where a table stood whose parts all have headers. */
    String replace(List<String> path, String table) {
        List<Layout.Run> runs = layout.runs(path);
        List<Splice> splices = new ArrayList<>(removals(runs.subList(1, runs.size())));
        Layout.Run first = runs.get(0);
        splices.add(new Splice(first.start(), first.end(), ended(table)));
        return Splice.apply(layout.text(), splices);
    }

    private String ended(String text) {
        return text.endsWith("\n") ? text : text + layout.newline();
    }

    /** An edit of what stands within one value. */
    private interface Within {
        String apply(ValueEdit edit, List<String> within);
    }

    private String inline(List<String> path, Within edit) {
        Statement holder = layout.holding(path).orElseThrow(Refusal::notInPlace);
        List<String> within = path.subList(holder.path().size(), path.size());
        return layout.withValue(holder, value -> edit.apply(value, within));
    }
}
