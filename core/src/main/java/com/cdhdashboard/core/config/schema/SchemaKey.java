package com.cdhdashboard.core.config.schema;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * One key of a configuration.
 *
 * @param absent what holds where it is left out
 * @param need what has to happen before a change of it shows
 */
public record SchemaKey(String name, KeyType type, Absent absent, Need need, Help help) {
    private static final String FIRST_VERSION = "0.1.0";

    /**
     * What people are told of a key.
     *
     * @param label in forms
     * @param meaning in Markdown
     * @param example as it stands in a file behind the equals sign; empty where the default says enough
     * @param since the version that had it first
     */
    public record Help(String label, String meaning, String example, String since) {
        public Help {
            requireNonNull(label, "label");
            requireNonNull(meaning, "meaning");
            requireNonNull(example, "example");
            requireNonNull(since, "since");
        }
    }

    public SchemaKey {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(absent, "absent");
        requireNonNull(need, "need");
        requireNonNull(help, "help");
    }

    /** A key of the first version that takes effect when the configuration is loaded again. */
    public static SchemaKey of(String name, KeyType type, Absent absent, String meaning) {
        String words = name.replace('_', ' ');
        String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return new SchemaKey(name, type, absent, Need.RELOAD, new Help(label, meaning, "", FIRST_VERSION));
    }

    public static SchemaKey of(String name, KeyType type, String meaning) {
        return of(name, type, Absent.REQUIRED, meaning);
    }

    /** A flag that is false where it is left out. */
    public static SchemaKey flag(String name, String meaning) {
        return of(name, KeyType.FLAG, new Absent.Value(false), meaning);
    }

    public boolean isRequired() {
        return absent instanceof Absent.Required;
    }

    public boolean hasEffect() {
        return need != Need.NOTHING;
    }

    /** The value that is taken where the key is left out. */
    public Optional<Object> otherwise() {
        return absent instanceof Absent.Value value ? Optional.of(value.value()) : Optional.empty();
    }

    public String label() {
        return help.label();
    }

    public String meaning() {
        return help.meaning();
    }

    public SchemaKey otherwise(Object value) {
        Object stored = value instanceof Integer number ? Long.valueOf(number) : value;
        return with(new Absent.Value(stored));
    }

    public SchemaKey otherwiseMeans(String words) {
        return with(new Absent.Meaning(words));
    }

    public SchemaKey with(Absent other) {
        return new SchemaKey(name, type, other, need, help);
    }

    public SchemaKey with(KeyType other) {
        return new SchemaKey(name, other, absent, need, help);
    }

    public SchemaKey example(String toml) {
        return new SchemaKey(name, type, absent, need, new Help(help.label, help.meaning, toml, help.since));
    }

    /** The same in other words. */
    public SchemaKey told(String label, String meaning) {
        return new SchemaKey(name, type, absent, need, new Help(label, meaning, help.example, help.since));
    }

    SchemaKey needs(Need other) {
        return new SchemaKey(name, type, absent, other, help);
    }

    /** Read, so that files of other programs load, and without effect. */
    public SchemaKey withoutEffect() {
        return needs(Need.NOTHING);
    }
}
