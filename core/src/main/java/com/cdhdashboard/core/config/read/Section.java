package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problems;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of a file: gives its keys by type, and says of each that cannot be used where it is and why. Every reading
 * method returns an empty value for a key that is absent or was complained about.
 */
public final class Section {
    private static final SchemaSection ANY_NAMES = new SchemaSection("a table of names", "", "", List.of());

    private final Document document;
    private final TomlTable table;
    private final List<String> path;
    private final Position position;
    private final Problems problems;
    private final Optional<Section> parent;
    private boolean sound = true;
    /** Until it is said which keys the table has, it has names of any kind. */
    private SchemaSection schema = ANY_NAMES;

    private Section(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
        this.table = document.table();
        this.path = List.of();
        this.position = document.start();
        this.parent = Optional.empty();
    }

    private Section(Section parent, String key, TomlTable table) {
        this.document = parent.document;
        this.problems = parent.problems;
        this.table = table;
        List<String> childPath = new ArrayList<>(parent.path);
        childPath.add(key);
        this.path = List.copyOf(childPath);
        this.position = parent.position(key);
        this.parent = Optional.of(parent);
    }

    static Section root(Document document, Problems problems) {
        return new Section(document, problems);
    }

    Document document() {
        return document;
    }

    Position position() {
        return position;
    }

    /** Whether no error was found in this table or one below it. */
    public boolean sound() {
        return sound;
    }

    public List<String> keys() {
        return List.copyOf(table.keySet());
    }

    public boolean has(String key) {
        return value(key).isPresent();
    }

    public Optional<Object> value(String key) {
        return Optional.ofNullable(table.get(List.of(key)));
    }

    /** Where a key stands; the table's own place for a key that is absent. */
    Position position(String key) {
        return keyPosition(key).map(document::position).orElse(position);
    }

    private Optional<TomlPosition> keyPosition(String key) {
        @Nullable TomlPosition found = table.inputPositionOf(List.of(key));
        return Optional.ofNullable(found);
    }

    public void error(String key, String message) {
        problems.error(Optional.of(position(key)), path(key), message);
        markUnsound();
    }

    public void warning(String key, String message) {
        problems.warning(Optional.of(position(key)), path(key), message);
    }

    /** A required key is not there. Where the file is not valid TOML the key may only be unreadable: nothing is said. */
    void missing(String key, String advice) {
        if (document.wellFormed()) {
            error(key, "is missing; " + advice);
        }
        markUnsound();
    }

    /** As {@link #missing}, where there is a default to go on with. */
    void missingWithDefault(String key, String advice) {
        if (document.wellFormed()) {
            warning(key, "is missing; " + advice);
        }
    }

    private void markUnsound() {
        sound = false;
        parent.ifPresent(Section::markUnsound);
    }

    public String path(String key) {
        List<String> whole = new ArrayList<>(path);
        if (!key.isEmpty()) {
            whole.add(key);
        }
        return whole.isEmpty() ? "" : Toml.joinKeyPath(whole);
    }

    /** The same table, read by its schema; complains of every key that the schema does not have. */
    public Section by(SchemaSection itsSchema) {
        schema = itsSchema;
        KnownKeys.check(this, itsSchema);
        return this;
    }

    /** What the schema says of a key; nothing is read that it does not have. */
    public SchemaKey schema(String key) {
        return schema.key(key)
                .orElseThrow(() -> new IllegalStateException(path(key) + " is read but stands in no schema"));
    }

    public Optional<Section> section(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof TomlTable child) {
                return Optional.of(new Section(this, key, child));
            }
            error(key, Found.show(value) + " is not a table; write [" + path(key) + "] with its keys below");
            return Optional.empty();
        });
    }

    public Optional<String> text(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof String text) {
                return Optional.of(text);
            }
            error(key, Found.show(value) + " is not text; " + inQuotes(value));
            return Optional.empty();
        });
    }

    private static String inQuotes(Object value) {
        return value instanceof TomlArray || value instanceof TomlTable
                ? "write one text in quotes"
                : "write it in quotes: \"" + value + "\"";
    }

    /** Text that must be there and say something. */
    Optional<String> requiredText(String key, String advice) {
        if (!has(key)) {
            missing(key, advice);
            return Optional.empty();
        }
        Optional<String> text = text(key);
        if (text.isPresent() && text.get().isBlank()) {
            error(key, "is empty; " + advice);
            return Optional.empty();
        }
        return text;
    }

    List<String> choices(String key) {
        return ((KeyType.Choice) schema(key).type()).allowed();
    }

    public Optional<String> choice(String key) {
        KeyType.Choice choice = (KeyType.Choice) schema(key).type();
        return text(key).flatMap(text -> {
            if (choice.allowed().contains(text)) {
                return Optional.of(text);
            }
            error(
                    key,
                    Found.quote(text) + " is not a " + choice.noun() + "; allowed: " + Found.quoteAll(choice.allowed())
                            + DidYouMean.hint(text, choice.allowed()));
            return Optional.empty();
        });
    }

    public Optional<Boolean> flag(String key) {
        return value(key).flatMap(value -> {
            Optional<Boolean> flag = Flag.read(value);
            if (flag.isEmpty()) {
                error(key, Found.show(value) + " is neither true nor false; write true or false without quotes");
            }
            return flag;
        });
    }

    boolean flagOrDefault(String key) {
        return flag(key).orElse(otherwise(key, Boolean.class));
    }

    public Optional<Integer> integer(String key) {
        KeyType.Whole range = (KeyType.Whole) schema(key).type();
        return value(key).flatMap(value -> {
            if (value instanceof Long number && number >= range.least() && number <= range.most()) {
                return Optional.of(number.intValue());
            }
            boolean quoted = value instanceof String text && text.matches("\\d+");
            String advice = quoted ? "write it without quotes" : "write a number of that range";
            error(
                    key,
                    Found.show(value) + " is not a whole number of " + range.unit() + " from " + range.least() + " to "
                            + range.most() + "; " + advice);
            return Optional.empty();
        });
    }

    int integerOrDefault(String key) {
        return integer(key).orElseGet(() -> otherwise(key, Long.class).intValue());
    }

    /** The value that the schema gives to a key that is left out. */
    public <T> T otherwise(String key, Class<T> type) {
        return type.cast(schema(key).otherwise().orElseThrow());
    }

    /** A list of texts; repeated ones are read once. */
    Optional<List<String>> texts(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof TomlArray list) {
                return texts(key, list);
            }
            String example = value instanceof String text ? "[" + Found.quote(text) + "]" : "[\"…\", \"…\"]";
            error(key, Found.show(value) + " is not a list; write " + example);
            return Optional.empty();
        });
    }

    private Optional<List<String>> texts(String key, TomlArray list) {
        Set<String> texts = new LinkedHashSet<>();
        boolean allText = true;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            if (!(element instanceof String text)) {
                allText = false;
                elementError(key, list, i, Found.show(element) + " is not text; " + inQuotes(element));
            } else if (!texts.add(text)) {
                problems.warning(
                        Optional.of(document.position(list.inputPositionOf(i))),
                        path(key),
                        Found.show(element) + " stands twice in the list; remove one");
            }
        }
        return allText ? Optional.of(List.copyOf(texts)) : Optional.empty();
    }

    /** Complains of one element of a list. */
    void elementError(String key, TomlArray list, int index, String message) {
        problems.error(Optional.of(document.position(list.inputPositionOf(index))), path(key), message);
        markUnsound();
    }

    /** A list that must be there and hold something. */
    List<String> requiredTexts(String key, String advice) {
        if (!has(key)) {
            missing(key, advice);
            return List.of();
        }
        Optional<List<String>> texts = texts(key);
        if (texts.isPresent() && texts.get().isEmpty()) {
            error(key, "is empty; " + advice);
        }
        return texts.orElse(List.of());
    }

    /** Expression text; empty where the text is blank. */
    Optional<SourceText> expression(String key) {
        return text(key)
                .filter(text -> !text.isBlank())
                .flatMap(text -> keyPosition(key).map(at -> document.valueOfKey(at, text)));
    }
}
