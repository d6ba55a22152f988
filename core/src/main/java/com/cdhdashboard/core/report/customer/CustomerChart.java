package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.fit.FitState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A report over customers whose keys have been checked and read. */
interface CustomerChart {
    /** Draws it; what cannot be drawn comes back with its reason. */
    Picture draw(ChartData data);

    /** The keys that change nothing as the others are set; they have no control then. */
    default Set<String> idle() {
        return Set.of();
    }

    /**
     * What there is to see.
     *
     * @param pending the computation that the picture waits for, or that was ended before it had a result
     */
    record Picture(Drawing drawing, List<KpiCard> cards, Optional<FitState> pending) {
        public Picture {
            cards = List.copyOf(cards);
        }

        static Picture of(Drawing drawing) {
            return new Picture(drawing, List.of(), Optional.empty());
        }

        /** What there is to see of a computation: its result, how far it is, or why it has none. */
        static <T> Picture of(FitState state, Class<T> type, Function<T, Picture> ready) {
            if (state instanceof FitState.Ready done) {
                return ready.apply(type.cast(done.result()));
            }
            if (state instanceof FitState.Failed failed) {
                Drawing drawing = Drawing.refused(failed.reason());
                return new Picture(drawing, List.of(), failed.again() ? Optional.of(failed) : Optional.empty());
            }
            return new Picture(Drawing.refused("The models are being fitted."), List.of(), Optional.of(state));
        }

        static Picture refused(String reason) {
            return of(Drawing.refused(reason));
        }
    }
}
