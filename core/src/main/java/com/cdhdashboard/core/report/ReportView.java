package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.report.fit.FitState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report, ready to be shown by any front end.
 *
 * @param cards the totals above the chart; may be empty
 * @param table the rows drawn, all of them, dimensions first
 * @param figure absent where the report cannot be drawn; {@code reason} then says why and what to do
 * @param notes what the program chose for the user, such as how many series were left out
 * @param pending the fitting of models that the report waits for, or that was ended before it had a result
 */
public record ReportView(
        String key,
        String title,
        List<Control> controls,
        List<KpiCard> cards,
        Table table,
        Optional<Figure> figure,
        Optional<String> reason,
        List<String> notes,
        Optional<FitState> pending) {
    public ReportView {
        requireNonNull(key, "key");
        requireNonNull(title, "title");
        controls = List.copyOf(controls);
        cards = List.copyOf(cards);
        requireNonNull(table, "table");
        requireNonNull(figure, "figure");
        requireNonNull(reason, "reason");
        notes = List.copyOf(notes);
        requireNonNull(pending, "pending");
    }

    public static ReportView of(String key, String title, List<Control> controls, Drawing drawing) {
        return new ReportView(
                key,
                title,
                controls,
                drawing.cards(),
                drawing.table(),
                drawing.figure(),
                drawing.reason(),
                drawing.notes(),
                drawing.pending());
    }

    /** {@code ready}, {@code fitting} or {@code failed}. */
    public String state() {
        if (pending.isEmpty()) {
            return figure.isPresent() || table.rows().size() > 0 ? "ready" : "failed";
        }
        return pending.get() instanceof FitState.Running ? "fitting" : "failed";
    }

    /** With these notes before its own. */
    public ReportView withNotes(List<String> others) {
        return new ReportView(
                key,
                title,
                controls,
                cards,
                table,
                figure,
                reason,
                Stream.concat(others.stream(), notes.stream()).toList(),
                pending);
    }
}
