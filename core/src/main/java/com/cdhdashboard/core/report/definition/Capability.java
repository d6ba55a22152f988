package com.cdhdashboard.core.report.definition;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import java.util.List;
import java.util.Optional;

/**
 * One row of the capability table: a kind of report that a family can be shown with, and the keys it reads.
 *
 * @param groups how many dimensions {@code group_by} has to name; none needed where the kind takes its dimensions from
 *     other keys
 */
public record Capability(ReportKind kind, Family family, Groups groups, List<Key> keys) {
    /**
     * What {@code group_by} is for.
     *
     * @param drawn whether its dimensions are what the report groups by; otherwise it orders nothing and is optional
     */
    public record Groups(boolean drawn, int least, int most) {
        static final Groups UNUSED = new Groups(false, 0, Integer.MAX_VALUE);
    }

    public Capability {
        requireNonNull(kind, "kind");
        requireNonNull(family, "family");
        requireNonNull(groups, "groups");
        keys = List.copyOf(keys);
    }

    public Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
