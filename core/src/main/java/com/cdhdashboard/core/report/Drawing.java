package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.fit.FitState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What drawing a report gives.
 *
 * @param reason why there is no figure
 * @param notes what was chosen for the reader
 * @param pending the fitting of models that the drawing waits for, or that was ended before it had a result
 */
public record Drawing(
        Table table,
        Optional<Figure> figure,
        Optional<String> reason,
        List<String> notes,
        List<KpiCard> cards,
        Optional<FitState> pending) {
    public static final Table EMPTY_TABLE = new Table(List.of(), List.of());

    public Drawing {
        notes = List.copyOf(notes);
        cards = List.copyOf(cards);
    }

    private Drawing(Table table, Optional<Figure> figure, Optional<String> reason, List<String> notes) {
        this(table, figure, reason, notes, List.of(), Optional.empty());
    }

    public static Drawing of(Table table, Figure figure, List<String> notes) {
        return new Drawing(table, Optional.of(figure), Optional.empty(), notes);
    }

    /** What there is to see of fitted models: the drawing of them, how far they are, or why there are none. */
    public static <T> Drawing of(FitState state, Class<T> type, Function<T, Drawing> ready) {
        if (state instanceof FitState.Ready done) {
            return ready.apply(type.cast(done.result()));
        }
        if (state instanceof FitState.Failed failed) {
            return failed.again() ? refused(failed.reason()).waitingFor(state) : refused(failed.reason());
        }
        return refused("The models are being fitted.").waitingFor(state);
    }

    /** No picture, and nothing to show beside the reason. */
    public static Drawing refused(String reason) {
        return refused(EMPTY_TABLE, reason);
    }

    /** No picture, but rows that help to see why. */
    public static Drawing refused(Table table, String reason) {
        return new Drawing(table, Optional.empty(), Optional.of(reason), List.of());
    }

    private Drawing waitingFor(FitState state) {
        return new Drawing(table, figure, reason, notes, cards, Optional.of(state));
    }

    /** Of these days, if any were asked for. */
    public Drawing ofDays(Optional<Period> days) {
        return new Drawing(table, figure.map(drawn -> drawn.ofDays(days)), reason, notes, cards, pending);
    }

    /** With cards above it. */
    public Drawing withCards(List<KpiCard> others) {
        return new Drawing(table, figure, reason, notes, others, pending);
    }

    /** With these notes after its own. */
    public Drawing withNotes(List<String> others) {
        List<String> all = Stream.concat(notes.stream(), others.stream()).toList();
        return new Drawing(table, figure, reason, all, cards, pending);
    }
}
