package com.cdhdashboard.core.sheet;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a file as they are read. */
interface RowSink {
    /**
     * Takes a row.
     *
     * @param number of the line or the row of the sheet in which it begins, from 1
     */
    void row(long number, List<SheetValue> values) throws IOException;

    /** Takes a row that cannot be read, as it holds what {@code reason} says. */
    void reject(long number, String reason, List<SheetValue> values) throws IOException;
}
