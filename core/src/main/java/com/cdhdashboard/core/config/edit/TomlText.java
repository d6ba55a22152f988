package com.cdhdashboard.core.config.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.tomlj.MutableTomlTable;

/**
 * The text of a TOML document that can be edited in place: every edit gives a new one whose comments, order and layout
 * are those of the old one, but for what was edited.
 *
 * <p>The TOML library reads the text before and after each edit. An edit whose result would mean anything else than the
 * old document with that edit is refused with a {@link com.cdhdashboard.core.error.UserException}, as are edits of
 * text that is not valid TOML. Paths are lists of keys; what is in lists of tables has none.
 */
public final class TomlText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final ParsedToml toml;
    private final Map<String, Object> meaning;

    private TomlText(String text) {
        this.text = text;
        toml = ParsedToml.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        meaning = toml.faults().isEmpty() ? Meaning.of(toml.values()) : Map.of();
    }

    public static TomlText of(String text) {
        return new TomlText(text);
    }

    /** A value as it stands in a file behind the equals sign; it must be one. */
    public static Object valueOf(String toml) {
        return of("value = " + toml).value(List.of("value")).orElseThrow();
    }

    /** The text, to the letter. */
    public String text() {
        return text;
    }

    /** Whether the text is valid TOML; otherwise it has no values and every edit is refused. */
    public boolean wellFormed() {
        return toml.faults().isEmpty();
    }

    /** What the TOML library made of the text, without its byte order mark. */
    public ParsedToml toml() {
        return toml;
    }

    /** All values, as {@link #value} gives them. */
    Map<String, Object> meaning() {
        requireWellFormed();
        return meaning;
    }

    /**
     * What a key is set to: a text, {@code Long}, {@code Double}, {@code Boolean}, a date or time of
     * {@code java.time}, a {@code List}, or a {@code Map} in the order of the text.
     */
    public Optional<Object> value(List<String> path) {
        return Meaning.at(meaning, path);
    }

    /** The keys of a table in their order; none where there is no such table. */
    public List<String> keys(List<String> table) {
        return Meaning.table(meaning, table)
                .map(each -> List.copyOf(each.keySet()))
                .orElse(List.of());
    }

    /**
     * Sets a key to a value, in the notation that it had; an equal value changes nothing. A key that is not there is
     * added behind the last one of its table, a table behind those beside it.
     */
    public TomlText set(List<String> path, Object value) {
        requireWellFormed();
        Object wanted = Meaning.value(value);
        Optional<Object> before = value(path);
        if (before.isEmpty()) {
            return add(path, wanted);
        }
        if (Meaning.same(before.get(), wanted, List.of())) {
            return this;
        }
        Layout layout = Scanner.scan(text);
        Optional<Statement> holder = layout.holding(path);
        if (holder.isPresent()) {
            List<String> within = path.subList(holder.get().path().size(), path.size());
            return verified(
                    () -> layout.withValue(holder.get(), edit -> edit.set(within, wanted)),
                    Meaning.with(meaning, path, wanted),
                    path);
        }
        return wanted instanceof Map<?, ?> table
                ? setKeys(path, table)
                : remove(path).set(path, wanted);
    }

    private TomlText setKeys(List<String> path, Map<?, ?> wanted) {
        TomlText result = this;
        for (String key : keys(path)) {
            result = wanted.containsKey(key) ? result : result.remove(Meaning.child(path, key));
        }
        for (Map.Entry<?, ?> each : wanted.entrySet()) {
            result = result.set(Meaning.child(path, (String) each.getKey()), each.getValue());
        }
        return result;
    }

    private TomlText add(List<String> path, Object value) {
        for (int depth = 1; depth < path.size(); depth++) {
            List<String> above = path.subList(0, depth);
            if (value(above).isPresent() && Meaning.table(meaning, above).isEmpty()) {
                throw Refusal.noTable(above);
            }
        }
        Map<String, Object> expected = Meaning.with(meaning, path, value);
        return new Placement(Scanner.scan(text))
                .candidates(path, value).stream()
                        .map(TomlText::new)
                        .filter(each -> each.means(expected, path))
                        .findFirst()
                        .orElseThrow(Refusal::notInPlace);
    }

    /** Removes a key or a whole table, with the comments directly above and behind. */
    public TomlText remove(List<String> path) {
        require(path);
        TomlText result = of(new Pieces(Scanner.scan(text)).remove(path));
        List<String> parent = Meaning.parent(path);
        if (result.means(Meaning.without(meaning, path), parent)
                || result.means(Meaning.pruned(meaning, path), parent)) {
            return result;
        }
        throw Refusal.notInPlace();
    }

    /** Gives a key or table another name everywhere it stands, at the same place. */
    public TomlText rename(List<String> path, String newName) {
        require(path);
        if (newName.equals(Meaning.name(path))) {
            return this;
        }
        requireFree(Meaning.child(Meaning.parent(path), newName));
        return verified(
                () -> new Pieces(Scanner.scan(text)).rename(path, newName),
                Meaning.renamed(meaning, path, newName),
                Meaning.parent(path));
    }

    /** Doubles a key or table, with its comments, under another name behind itself. */
    public TomlText copy(List<String> path, String newName) {
        require(path);
        requireFree(Meaning.child(Meaning.parent(path), newName));
        return verified(
                () -> new Pieces(Scanner.scan(text)).copy(path, newName),
                Meaning.copied(meaning, path, newName),
                Meaning.parent(path));
    }

    /** Moves a key or table to before one beside it. */
    public TomlText moveBefore(List<String> path, String sibling) {
        return move(path, sibling, true);
    }

    /** Moves a key or table to behind one beside it. */
    public TomlText moveAfter(List<String> path, String sibling) {
        return move(path, sibling, false);
    }

    private TomlText move(List<String> path, String sibling, boolean before) {
        require(path);
        require(Meaning.child(Meaning.parent(path), sibling));
        if (sibling.equals(Meaning.name(path))) {
            return this;
        }
        Map<String, Object> expected = Meaning.moved(meaning, path, sibling, before);
        return means(expected, Meaning.parent(path))
                ? this
                : verified(
                        () -> new Pieces(Scanner.scan(text)).move(path, sibling, before),
                        expected,
                        Meaning.parent(path));
    }

    /** A table alone as TOML with its header: as it stands where it has one, otherwise written anew. */
    public String textOf(List<String> table) {
        require(table);
        Map<String, Object> values = Meaning.table(meaning, table).orElseThrow(() -> Refusal.noTable(table));
        return new Pieces(Scanner.scan(text)).textOf(table).orElseGet(() -> {
            MutableTomlTable alone = MutableTomlTable.create();
            alone.set(table, MutableTomlTable.copyOf(values));
            return alone.toToml().strip() + "\n";
        });
    }

    /** Puts the TOML of a table, as {@link #textOf} gives it, in place of that table, or adds it. */
    public TomlText replaceTable(List<String> table, String toml) {
        requireWellFormed();
        TomlText other = of(toml.startsWith(BYTE_ORDER_MARK) ? toml.substring(1) : toml);
        other.requireWellFormed();
        Map<String, Object> wanted = Meaning.table(other.meaning, table).orElseThrow(() -> Refusal.otherTable(table));
        Map<String, Object> alone = Meaning.with(new LinkedHashMap<>(), table, wanted);
        if (!Meaning.same(alone, other.meaning, List.of())) {
            throw Refusal.otherTable(table);
        }
        Layout layout = Scanner.scan(text);
        Pieces pieces = new Pieces(layout);
        String block = trimmed(other.text).replace("\r\n", "\n").replace("\n", layout.newline());
        if (value(table).isPresent() && pieces.textOf(table).isEmpty()) {
            return set(table, wanted);
        }
        Map<String, Object> expected = Meaning.with(meaning, table, wanted);
        return value(table).isPresent()
                ? verified(() -> pieces.replace(table, block), expected, Meaning.parent(table))
                : verified(() -> new Placement(layout).withBlock(table, block), expected, table);
    }

    /** Without blank lines at both ends; the indentation of the first line stays. */
    private static String trimmed(String toml) {
        return toml.stripTrailing().replaceFirst("\\A(?:[ \\t]*\\r?\\n)+", "");
    }

    /** In order: spacing, blank lines and indentation as they are usual; what is in quotes and after {@code #} stays. */
    public TomlText formatted() {
        requireWellFormed();
        return verified(() -> new Formatting(Scanner.scan(text)).formatted(), meaning, List.of());
    }

    private TomlText verified(Supplier<String> edit, Map<String, Object> expected, List<String> anyOrder) {
        TomlText result = of(edit.get());
        if (!result.means(expected, anyOrder)) {
            throw Refusal.notInPlace();
        }
        return result;
    }

    private boolean means(Map<String, Object> expected, List<String> anyOrder) {
        return wellFormed() && Meaning.same(expected, meaning, anyOrder);
    }

    private void require(List<String> path) {
        requireWellFormed();
        if (path.isEmpty() || value(path).isEmpty()) {
            throw Refusal.absent(path);
        }
    }

    private void requireFree(List<String> path) {
        if (value(path).isPresent()) {
            throw Refusal.taken(path);
        }
    }

    private void requireWellFormed() {
        if (!wellFormed()) {
            throw Refusal.broken(toml.faults());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TomlText document && document.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
