package com.cdhdashboard.assistant.privacy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a model may be told of dimensions; metrics, and dimensions that are in neither set, it may be told with their values.
 *
 * @param masked dimensions that are named while placeholders stand for their values
 * @param withheld dimensions that are not told at all, neither name nor value
 */
public record Disclosure(Set<String> masked, Set<String> withheld) {
    public static final Disclosure ALL = new Disclosure(Set.of(), Set.of());

    /** What becomes of a dimension. */
    public enum Treatment {
        TOLD,
        MASKED,
        WITHHELD
    }

    public Disclosure {
        masked = Collections.unmodifiableSet(new LinkedHashSet<>(masked));
        withheld = Collections.unmodifiableSet(new LinkedHashSet<>(withheld));
    }

    public static Disclosure of(List<String> masked, List<String> withheld) {
        return new Disclosure(new LinkedHashSet<>(masked), new LinkedHashSet<>(withheld));
    }

    /** Withholding goes before masking. */
    public Treatment of(String dimension) {
        return withheld.contains(dimension)
                ? Treatment.WITHHELD
                : masked.contains(dimension) ? Treatment.MASKED : Treatment.TOLD;
    }

    /** As little as either tells. */
    public Disclosure and(Disclosure other) {
        return new Disclosure(union(masked, other.masked), union(withheld, other.withheld));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
