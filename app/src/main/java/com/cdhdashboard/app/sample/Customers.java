package com.cdhdashboard.app.sample;

import static com.cdhdashboard.app.sample.Fragment.member;

import org.jspecify.annotations.Nullable;

/**
 * The customers of the demo bank. What they are like follows from their number and the seed alone, so that interactions
 * and holdings agree about them.
 */
record Customers(long seed, int count) {
    private static final long FIRST_ID = 100_000;

    private static final Fragment KNOWN = type("Known");
    private static final Fragment PROSPECT = type("Prospect");
    private static final Fragment BUSINESS = type("Business");
    private static final Fragment EMPTY = type("");
    private static final Fragment MISSING = type(null);

    private static final Fragment CONTROL = arm("Control", "Hold-out");
    private static final Fragment TEST = arm("Test", "CDH");
    private static final Fragment NO_ARM = arm(null, null);

    /** For rows that no model decided on. */
    static final Fragment EMPTY_ARM = arm("", "");

    static Customers of(SampleSettings settings) {
        long count = Math.min(2_000_000, Math.max(200, settings.size().roughInteractions() / 4));
        return new Customers(settings.seed(), (int) count);
    }

    static long id(int customer) {
        return FIRST_ID + customer;
    }

    /** Customers with a small number are more active. */
    int pick(double uniform) {
        return (int) (uniform * StrictMath.sqrt(uniform) * count);
    }

    boolean inControl(int customer) {
        return trait(customer, 1) < 0.09;
    }

    /** The members {@code ModelControlGroup} and {@code HoldOutActionGroup}. */
    Fragment armJson(int customer) {
        if (inControl(customer)) {
            return CONTROL;
        }
        return trait(customer, 1) < 0.98 ? TEST : NO_ARM;
    }

    Fragment typeJson(int customer) {
        double share = trait(customer, 2);
        if (share < 0.62) {
            return KNOWN;
        }
        if (share < 0.87) {
            return PROSPECT;
        }
        if (share < 0.97) {
            return BUSINESS;
        }
        return share < 0.985 ? EMPTY : MISSING;
    }

    /** How much more, in log-odds, the customer likes offers of a group than others do. */
    double liking(int customer, Action.Group group) {
        return 0.75 * Mix.bell(seed ^ customer, group.name().hashCode());
    }

    /** A number in [0, 1) that belongs to the customer. */
    double trait(int customer, int which) {
        return Mix.uniform(seed ^ customer, which);
    }

    private static Fragment type(@Nullable String text) {
        return Fragment.of(member("CustomerType", text));
    }

    private static Fragment arm(@Nullable String control, @Nullable String holdOut) {
        return Fragment.of(member("ModelControlGroup", control) + member("HoldOutActionGroup", holdOut));
    }
}
