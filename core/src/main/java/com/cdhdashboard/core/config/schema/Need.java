package com.cdhdashboard.core.config.schema;

/** What has to happen before a changed key shows; each needs what stands before it, too. */
public enum Need {
    /** Nothing: the key has no effect. */
    NOTHING("nothing, as the key has no effect"),
    /**
     * The configuration is loaded again. The numbers that were imported stay, and what says which files are read and how
     * holds for files that are imported from then on.
     */
    RELOAD("the configuration is loaded again"),
    /** Numbers are computed anew from the files. */
    IMPORT("the files are imported again");

    private final String words;

    Need(String words) {
        this.words = words;
    }

    /** Completes the sentence "a change needs that …". */
    public String words() {
        return words;
    }
}
