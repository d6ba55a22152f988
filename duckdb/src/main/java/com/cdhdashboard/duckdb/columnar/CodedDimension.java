package com.cdhdashboard.duckdb.columnar;

/** The values of a dimension, and the code of the value of each cell. */
final class CodedDimension {
    private final Dictionary dictionary;
    private final char[] codes;

    /** Keeps the array, which is not to be changed any more. */
    CodedDimension(Dictionary dictionary, char[] codes) {
        this.dictionary = dictionary;
        this.codes = codes;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    char[] codes() {
        return codes;
    }
}
