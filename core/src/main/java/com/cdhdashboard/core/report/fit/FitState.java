package com.cdhdashboard.core.report.fit;

import static java.util.Objects.requireNonNull;

/** How far a computation is. */
public sealed interface FitState {
    /**
     * It is not at its end.
     *
     * @param number what to cancel it by
     * @param step what is done, in words
     */
    record Running(long number, String step, int passes) implements FitState {
        public Running {
            requireNonNull(step, "step");
        }
    }

    /** Its result. */
    record Ready(Object result) implements FitState {
        public Ready {
            requireNonNull(result, "result");
        }
    }

    /** There is no result, and why; it can be started again where that may help. */
    record Failed(String reason, boolean again) implements FitState {
        public Failed {
            requireNonNull(reason, "reason");
        }
    }
}
