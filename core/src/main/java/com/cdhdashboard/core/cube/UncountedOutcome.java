package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How many rows of a channel have an outcome that no metric counts.
 *
 * @param outcome absent where the rows have none
 * @param channel absent where the rows have none, or the data know no channels
 */
public record UncountedOutcome(Optional<String> outcome, Optional<String> channel, long rows) {
    public UncountedOutcome {
        requireNonNull(outcome, "outcome");
        requireNonNull(channel, "channel");
    }
}
