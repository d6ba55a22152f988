package com.cdhdashboard.bench.result;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One measured value.
 *
 * @param floor what the least possible work took, measured in the same run and unit
 * @param details more about the same thing, such as other percentiles in the same unit, by name; whole numbers are counts
 */
public record Measurement(
        String what,
        Unit unit,
        double value,
        Optional<Double> floor,
        Optional<Target> target,
        Map<String, Number> details) {
    public Measurement {
        requireNonNull(what, "what");
        requireNonNull(unit, "unit");
        requireNonNull(floor, "floor");
        requireNonNull(target, "target");
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static Measurement of(String what, Unit unit, double value) {
        return new Measurement(what, unit, value, Optional.empty(), Optional.empty(), Map.of());
    }

    public Measurement withFloor(double other) {
        return new Measurement(what, unit, value, Optional.of(other), target, details);
    }

    public Measurement withTarget(Target other) {
        return new Measurement(what, unit, value, floor, Optional.of(other), details);
    }

    public Measurement withDetail(String name, Number detail) {
        Map<String, Number> more = new LinkedHashMap<>(details);
        more.put(name, detail);
        return new Measurement(what, unit, value, floor, target, more);
    }

    /** The value divided by the floor; absent without a floor, or where the floor is 0. */
    public Optional<Double> ratio() {
        return floor.filter(least -> least > 0).map(least -> value / least);
    }
}
