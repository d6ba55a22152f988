package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Figure;
import java.util.List;
import java.util.Optional;

/**
 * What drawing a report gives.
 *
 * @param reason why there is no figure
 * @param notes what was chosen for the reader
 */
public record Drawing(Table table, Optional<Figure> figure, Optional<String> reason, List<String> notes) {
    public static final Table EMPTY_TABLE = new Table(List.of(), List.of());

    public Drawing {
        notes = List.copyOf(notes);
    }

    public static Drawing of(Table table, Figure figure, List<String> notes) {
        return new Drawing(table, Optional.of(figure), Optional.empty(), notes);
    }

    /** No picture, and nothing to show beside the reason. */
    public static Drawing refused(String reason) {
        return refused(EMPTY_TABLE, reason);
    }

    /** No picture, but rows that help to see why. */
    public static Drawing refused(Table table, String reason) {
        return new Drawing(table, Optional.empty(), Optional.of(reason), List.of());
    }
}
