package com.cdhdashboard.core.config.schema;

/** What a text stands for, so that a form knows what to offer. */
public enum Naming {
    TEXT("text", "texts"),
    FIELD("field", "fields"),
    DIMENSION("field", "fields"),
    SCORE("score", "scores"),
    OUTCOME("outcome", "outcomes"),
    /** A condition on a field, as in addresses and on command lines. */
    FILTER("filter", "filters"),
    METRIC("name of a metric", "metrics"),
    TOOL("tool", "tools"),
    /** A value of a field that another key names. */
    VALUE("value of a field", "values"),
    FILES("glob", "globs"),
    PATTERN("regular expression", "regular expressions"),
    ZONE("name of a time zone", "time zones"),
    CHARACTER("one character", "characters");

    private final String one;
    private final String many;

    Naming(String one, String many) {
        this.one = one;
        this.many = many;
    }

    public String one() {
        return one;
    }

    public String many() {
        return many;
    }
}
