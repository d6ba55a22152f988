package com.cdhdashboard.core.ingest;

/** Thrown where a row cannot be taken; the message is the reason, for the file of rejected rows. */
final class RejectedRow extends Exception {
    RejectedRow(String reason) {
        super(reason);
    }
}
