package com.cdhdashboard.core.config.edit;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two people made of the same text, in one text. Where they collide, it holds what the others made of it.
 *
 * @param text the others' text with my changes
 * @param collisions what both changed, each otherwise
 */
public record Merge(String text, List<Collision> collisions) {
    public Merge {
        requireNonNull(text, "text");
        collisions = List.copyOf(collisions);
    }

    /**
     * What both changed: the value in the text that both began with, mine and theirs; empty where it was not there or
     * was removed. Where both put the keys of a table in another order, the values are lists of the keys.
     */
    public record Collision(List<String> path, Optional<Object> base, Optional<Object> mine, Optional<Object> theirs) {
        public Collision {
            path = List.copyOf(path);
            requireNonNull(base, "base");
            requireNonNull(mine, "mine");
            requireNonNull(theirs, "theirs");
        }
    }

    /** All three must be valid TOML. */
    public static Merge of(String base, String mine, String theirs) {
        if (mine.equals(base) || mine.equals(theirs)) {
            return new Merge(theirs, List.of());
        }
        if (theirs.equals(base)) {
            return new Merge(mine, List.of());
        }
        TomlText ours = TomlText.of(mine);
        MergedMeaning merged = MergedMeaning.of(
                TomlText.of(base).meaning(), ours.meaning(), TomlText.of(theirs).meaning());
        // Key by key takes long where many differ, and is needed only where lines do not do
        List<TomlText> texts = new ArrayList<>();
        for (String start : List.of(byLines(base, mine, theirs), theirs)) {
            towards(merged, ours, start).ifPresent(texts::add);
            if (texts.stream().anyMatch(merged::isInOrder)) {
                break;
            }
        }
        // Where the order cannot be had in place, as of a key behind tables, the values can
        return texts.stream()
                .filter(merged::isInOrder)
                .findFirst()
                .or(() -> texts.stream()
                        .filter(each -> merged.values().equals(each.meaning()))
                        .findFirst())
                .map(each -> new Merge(each.text(), merged.collisions()))
                .orElseThrow(Refusal::notInPlace);
    }

    /** Lines keep the comments of both; whatever they mean is then put right key by key. */
    private static Optional<TomlText> towards(MergedMeaning merged, TomlText mine, String start) {
        TomlText text = TomlText.of(start);
        if (!text.wellFormed()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Towards(merged.values(), mine).from(text));
        } catch (UserException notInPlace) {
            return Optional.empty();
        }
    }

    /** The others' lines with mine put in where the others changed none. */
    private static String byLines(String base, String mine, String theirs) {
        List<String> lines = LineDifference.lines(base);
        List<AbstractDelta<String>> others = LineDifference.deltas(lines, LineDifference.lines(theirs));
        List<AbstractDelta<String>> taken = new ArrayList<>(others);
        LineDifference.deltas(lines, LineDifference.lines(mine)).stream()
                .filter(each -> others.stream().noneMatch(other -> touch(each, other)))
                .forEach(taken::add);
        List<Splice> splices = new ArrayList<>();
        List<Integer> offsets = offsets(lines);
        for (AbstractDelta<String> delta : taken) {
            int from = delta.getSource().getPosition();
            splices.add(new Splice(
                    offsets.get(from),
                    offsets.get(from + delta.getSource().size()),
                    String.join("", delta.getTarget().getLines())));
        }
        return Splice.apply(base, splices);
    }

    private static boolean touch(AbstractDelta<String> one, AbstractDelta<String> other) {
        int first = one.getSource().getPosition();
        int second = other.getSource().getPosition();
        return first <= second + other.getSource().size()
                && second <= first + one.getSource().size();
    }

    private static List<Integer> offsets(List<String> lines) {
        List<Integer> offsets = new ArrayList<>(List.of(0));
        for (String line : lines) {
            offsets.add(offsets.get(offsets.size() - 1) + line.length());
        }
        return offsets;
    }

    /** The edits that bring a text to what it should mean; tables that are mine come with their comments. */
    private record Towards(Map<String, Object> values, TomlText mine) {
        TomlText from(TomlText text) {
            return table(text, List.of(), values);
        }

        private TomlText table(TomlText start, List<String> path, Map<String, Object> wanted) {
            TomlText text = start;
            for (String key : start.keys(path)) {
                text = wanted.containsKey(key) ? text : text.remove(Meaning.child(path, key));
            }
            for (Map.Entry<String, Object> each : wanted.entrySet()) {
                text = value(text, Meaning.child(path, each.getKey()), each.getValue());
            }
            return ordered(text, path, List.copyOf(wanted.keySet()));
        }

        private TomlText value(TomlText text, List<String> path, Object wanted) {
            Optional<Object> before = text.value(path);
            Optional<Map<String, Object>> table = Meaning.asTable(wanted);
            if (before.isPresent() && Meaning.same(before.get(), wanted, List.of())) {
                return text;
            }
            if (table.isPresent() && before.flatMap(Meaning::asTable).isPresent()) {
                return table(text, path, table.get());
            }
            boolean wholeMine =
                    before.isEmpty() && table.isPresent() && mine.value(path).equals(Optional.of(wanted));
            return wholeMine ? text.replaceTable(path, mine.textOf(path)) : text.set(path, wanted);
        }

        private static TomlText ordered(TomlText start, List<String> path, List<String> wanted) {
            TomlText text = start;
            for (String key : Difference.moved(start.keys(path), wanted)) {
                int place = wanted.indexOf(key);
                List<String> moved = Meaning.child(path, key);
                try {
                    text = place == 0
                            ? text.moveBefore(moved, text.keys(path).get(0))
                            : text.moveAfter(moved, wanted.get(place - 1));
                } catch (UserException notInPlace) {
                    // It stays where it is
                }
            }
            return text;
        }
    }
}
