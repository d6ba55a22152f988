package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.ValueType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The dimensions that are times, finest first, by the names that imports give them. */
public enum TimeDimension {
    DAY("Day"),
    MONTH("Month"),
    QUARTER("Quarter"),
    YEAR("Year");

    private final String column;

    TimeDimension(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    boolean isIn(CubeSchema schema) {
        Optional<Column> found = schema.dimension(column);
        // A text named Day is no day one can count with.
        return this == DAY ? found.filter(day -> day.type() == ValueType.DATE).isPresent() : found.isPresent();
    }

    static Optional<TimeDimension> finest(CubeSchema schema) {
        return List.of(values()).stream().filter(time -> time.isIn(schema)).findFirst();
    }

    /** The finest that is among these dimensions. */
    public static Optional<String> finest(Collection<String> dimensions) {
        return List.of(values()).stream()
                .map(TimeDimension::column)
                .filter(dimensions::contains)
                .findFirst();
    }

    public static boolean isTime(String dimension) {
        return List.of(values()).stream().anyMatch(time -> time.column.equals(dimension));
    }
}
