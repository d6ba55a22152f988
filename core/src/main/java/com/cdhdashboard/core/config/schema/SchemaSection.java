package com.cdhdashboard.core.config.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One table of a configuration.
 *
 * @param owner whose keys these are, as messages and the headings of the guide say it, such as {@code [ux]}
 * @param meaning what the table is for, in Markdown
 * @param groups its keys in the order of forms
 */
public record SchemaSection(String owner, String title, String meaning, List<Group> groups) {
    /** Keys that forms show together; a section without parts has one group without a title. */
    public record Group(String title, List<SchemaKey> keys) {
        public Group {
            requireNonNull(title, "title");
            keys = List.copyOf(keys);
        }
    }

    public SchemaSection {
        requireNonNull(owner, "owner");
        requireNonNull(title, "title");
        requireNonNull(meaning, "meaning");
        groups = List.copyOf(groups);
    }

    public static SchemaSection of(String owner, String title, String meaning) {
        return new SchemaSection(owner, title, meaning, List.of());
    }

    public SchemaSection group(String name, List<SchemaKey> keys) {
        return new SchemaSection(
                owner,
                title,
                meaning,
                Stream.concat(groups.stream(), Stream.of(new Group(name, keys))).toList());
    }

    public SchemaSection group(String name, SchemaKey... keys) {
        return group(name, List.of(keys));
    }

    /** The same with other keys of these names. */
    public SchemaSection changed(UnaryOperator<SchemaKey> change) {
        return new SchemaSection(
                owner,
                title,
                meaning,
                groups.stream()
                        .map(group -> new Group(
                                group.title(), group.keys().stream().map(change).toList()))
                        .toList());
    }

    /** All keys in the order of forms. */
    public List<SchemaKey> keys() {
        return groups.stream().flatMap(group -> group.keys().stream()).toList();
    }

    /** Asked for every key of a file, often; sections are short. */
    public Optional<SchemaKey> key(String name) {
        for (Group group : groups) {
            for (SchemaKey key : group.keys()) {
                if (key.name().equals(name)) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    public List<String> names() {
        return keys().stream().map(SchemaKey::name).toList();
    }

    /** Whether any key of it changes something. */
    public boolean hasEffect() {
        return keys().stream().anyMatch(SchemaKey::hasEffect);
    }

    /** The names of the keys that are worth writing: those that change something, or all where none does. */
    public List<String> offered() {
        return keys().stream()
                .filter(key -> key.hasEffect() || !hasEffect())
                .map(SchemaKey::name)
                .toList();
    }
}
