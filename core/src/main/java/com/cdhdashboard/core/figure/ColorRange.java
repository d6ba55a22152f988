package com.cdhdashboard.core.figure;

import java.util.List;
import java.util.Optional;

/** What a continuous colour scale spans; with a centre, as far below it as above. */
public record ColorRange(double low, double high, Optional<Double> centre) {
    /** The range of these values; not finite ones are left out, and a single value gets some room. */
    public static ColorRange of(List<Double> values, Optional<Double> centre) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (!(low <= high)) {
            return new ColorRange(0, 1, Optional.empty());
        }
        if (centre.isPresent()) {
            double middle = centre.get();
            double reach = Math.max(Math.abs(high - middle), Math.abs(low - middle));
            double room = reach > 0 ? reach : 1;
            return new ColorRange(middle - room, middle + room, centre);
        }
        return low < high
                ? new ColorRange(low, high, centre)
                : new ColorRange(Math.min(0, low), low == 0 ? 1 : Math.max(0, high), centre);
    }
}
