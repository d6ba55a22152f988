package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.report.Drawing;
import java.util.Set;

/** A report over customers whose keys have been checked and read. */
interface CustomerChart {
    /** Draws it; what cannot be drawn comes back with its reason. */
    Drawing draw(ChartData data);

    /** The keys that change nothing as the others are set; they have no control then. */
    default Set<String> idle() {
        return Set.of();
    }
}
