package com.cdhdashboard.core.config.schema;

/** What has to happen before a changed key shows; each needs what stands before it, too. */
public enum Need {
    /** Nothing: the key has no effect. */
    NOTHING("nothing, as the key has no effect"),
    /** The configuration is read again. The numbers that were imported stay. */
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
