package com.cdhdashboard.bench.pages;

import com.cdhdashboard.bench.result.Target;

/** What stores are made for: one for sums, one for what cells keep beside sums. Their targets differ. */
public enum FineGrain {
    PAGES("pages", "store", 540_000, Target.atMost(100), Target.atMost(100)),
    SUMMARIES("summaries", "summaries", 450_000, Target.atMost(250), Target.atMost(50));

    private final String benchmark;
    private final String folder;
    private final long rows;
    private final Target cold;
    private final Target warm;

    FineGrain(String benchmark, String folder, long rows, Target cold, Target warm) {
        this.benchmark = benchmark;
        this.folder = folder;
        this.rows = rows;
        this.cold = cold;
        this.warm = warm;
    }

    String benchmark() {
        return benchmark;
    }

    /** The name of the configuration. */
    public String configuration() {
        return benchmark + ".toml";
    }

    /** What the name of a store's folder begins with. */
    String folder() {
        return folder;
    }

    /** As many as give about 200,000 cells. */
    long rows() {
        return rows;
    }

    /** In milliseconds, of an answer that nobody asked before. */
    Target cold() {
        return cold;
    }

    /** In milliseconds, of an answer that was given before. */
    Target warm() {
        return warm;
    }
}
