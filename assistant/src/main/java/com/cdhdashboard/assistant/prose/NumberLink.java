package com.cdhdashboard.assistant.prose;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * Where a number of a text is from.
 *
 * @param asked the id of the question to a tool that answered it, such as {@code q2}
 * @param row of the table in the answer, from 0; empty where the number stands beside the table
 * @param column of the table, or the name of the field
 * @param ambiguous whether other cells have the same number at this precision, and nothing in the sentence tells which
 */
public record NumberLink(String asked, OptionalInt row, String column, boolean ambiguous) {
    public NumberLink {
        requireNonNull(asked, "asked");
        requireNonNull(row, "row");
        requireNonNull(column, "column");
    }
}
