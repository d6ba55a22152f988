package com.cdhdashboard.assistant.provider.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request brought no answer. What the provider said is not yet fit for people: it may hold what was asked. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 529);

    /** What went wrong. */
    public enum Kind {
        /** The provider answered with a status that says no. */
        STATUS,
        /** The provider said no in the middle of its answer. */
        SAID_NO,
        /** Nothing answers at the address. */
        NO_CONNECTION,
        /** The address may not be asked. */
        FORBIDDEN,
        /** The connection broke before the answer was whole. */
        BROKEN,
        TOO_SLOW,
        TOO_LARGE,
        /** What came is not an answer in the provider's form. */
        NOT_AN_ANSWER,
        /** The provider's rules kept the answer back, or ended it. */
        HELD_BACK,
        CANCELLED
    }

    private final Kind kind;
    private final int status;
    private final String said;
    private final @Nullable Duration retryAfter;

    private Failure(Kind kind, int status, String said, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(kind.name(), cause);
        this.kind = requireNonNull(kind, "kind");
        this.status = status;
        this.said = requireNonNull(said, "said");
        this.retryAfter = retryAfter;
    }

    public static Failure of(Kind kind) {
        return new Failure(kind, 0, "", null, null);
    }

    /** @param said what is known of it, such as what came instead of an answer */
    public static Failure of(Kind kind, String said, Throwable cause) {
        return new Failure(kind, 0, said, null, cause);
    }

    static Failure ofStatus(int status, String said, Optional<Duration> retryAfter) {
        return new Failure(Kind.STATUS, status, said, retryAfter.orElse(null), null);
    }

    /** @param status that the provider's words amount to; 0 where they amount to none */
    static Failure saidNo(int status, String said) {
        return new Failure(Kind.SAID_NO, status, said, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The status of the answer; 0 where there was none. */
    public int status() {
        return status;
    }

    public String said() {
        return said;
    }

    /** How long the provider wants to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the provider may have been at work when we wanted no more of it. */
    public boolean givenUp() {
        return kind == Kind.CANCELLED || kind == Kind.TOO_SLOW || kind == Kind.TOO_LARGE;
    }

    /** Whether the same request may well succeed a little later. */
    public boolean passes() {
        return kind == Kind.BROKEN || (PASSING.contains(status) && !said.contains("insufficient_quota"));
    }
}
