package com.cdhdashboard.app.configuration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A configuration that was applied.
 *
 * @param who whoever applied it
 * @param what what it changed, in a few words
 * @param hash of its text
 */
public record AppliedVersion(long number, Instant time, String who, String what, String hash) {
    public AppliedVersion {
        requireNonNull(time, "time");
        requireNonNull(who, "who");
        requireNonNull(what, "what");
        requireNonNull(hash, "hash");
    }
}
