package com.cdhdashboard.assistant.draft;

/** What a field of the data is good for. */
public enum FieldKind {
    OUTCOME("Outcome", "what became of an offer"),
    TIME("Time", "a time"),
    DIMENSION("Dimension", "groups rows"),
    MEASURE("Measure", "a number that can be described"),
    /** Tells rows apart. */
    ID("Id", "tells rows apart"),
    /** Tells people apart, or of people. */
    PERSONAL("Personal", "may tell of people"),
    TECHNICAL("Technical", "book-keeping of a platform"),
    /** Too many values to group by. */
    VARIOUS("Various", "too many different values to group by"),
    CONSTANT("Constant", "the same in all rows"),
    EMPTY("Empty", "no values");

    private final String title;
    private final String meaning;

    FieldKind(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether a configuration can make use of such a field. */
    public boolean useful() {
        return this == OUTCOME || this == TIME || this == DIMENSION || this == MEASURE;
    }

    /** Whether values of such a field may be shown to somebody outside, where whoever has the data agrees. */
    public boolean tellable() {
        return this == OUTCOME || this == DIMENSION;
    }
}
