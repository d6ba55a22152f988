package com.cdhdashboard.core.report.definition;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One row of the capability table: a kind of report that a family can be shown with, and the keys it reads. */
public record Capability(ReportKind kind, Family family, Groups groups, List<Key> keys) {
    /**
     * What {@code group_by} is for, and how many dimensions it has to name.
     *
     * @param use what becomes of its dimensions
     */
    public record Groups(Use use, int least, int most) {
        /** None needed, as the kind takes its dimensions from other keys. */
        public static final Groups UNUSED = new Groups(Use.NONE, 0, Integer.MAX_VALUE);
        /** Readers change the axes, so that it says no more than what they may change to. */
        public static final Groups FREE = new Groups(Use.OFFERED, 0, Integer.MAX_VALUE);

        /** The report groups by its dimensions. */
        public static Groups drawn(int least, int most) {
            return new Groups(Use.DRAWN, least, most);
        }
    }

    /** What becomes of the dimensions in {@code group_by}. */
    public enum Use {
        DRAWN,
        OFFERED,
        NONE
    }

    public Capability {
        requireNonNull(kind, "kind");
        requireNonNull(family, "family");
        requireNonNull(groups, "groups");
        keys = List.copyOf(keys);
    }

    /** The keys that have a control, as long as these change nothing. */
    public Stream<Key> offered(Set<String> idle) {
        return keys.stream().filter(Key::hasControl).filter(key -> !idle.contains(key.name()));
    }

    public Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
