package com.cdhdashboard.app.sample;

import static java.util.Objects.requireNonNull;

/**
 * What became of an offer.
 *
 * @param label as the export writes it
 * @param time in epoch milliseconds
 * @param eventId of the purchase; an empty text where there was none, or where it was not recorded
 * @param revenue in cents; negative where the export has none
 */
record Outcome(String label, long time, String eventId, long revenue) {
    Outcome {
        requireNonNull(label, "label");
        requireNonNull(eventId, "eventId");
    }

    static Outcome of(String label, long time) {
        return new Outcome(label, time, "", -1);
    }

    Outcome later(long millis) {
        return new Outcome(label, time + millis, eventId, revenue);
    }
}
