package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.report.Drawing;
import java.util.Map;
import java.util.Set;

/**
 * A report whose keys have been checked and read. Its class has a {@link ChartKind}, which tells what it is read from.
 *
 * @param <D> the data it is drawn of
 */
public interface Chart<D> {
    /** Draws it; what cannot be drawn comes back with its reason. */
    Drawing draw(D data);

    /** What it shows by key, where that is not simply what is set. */
    default Map<String, String> shown() {
        return Map.of();
    }

    /** The keys that change nothing as the others are set; they have no control then. */
    default Set<String> idle(D data) {
        return Set.of();
    }
}
