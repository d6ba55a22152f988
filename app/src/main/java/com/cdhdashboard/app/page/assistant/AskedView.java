package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.view.TableView;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of a tool, with its answer.
 *
 * @param what in a word or two
 * @param arguments in words
 * @param more how many rows are not shown
 * @param fields of the answer beside the table
 * @param refused why there was no answer
 * @param page that shows the answer
 * @param taking where the answer is saved as a report, where it is one
 * @param waits whether the answer is under way
 */
public record AskedView(
        String id,
        String what,
        List<Named> arguments,
        Optional<TableView> table,
        int more,
        List<Named> fields,
        Optional<String> refused,
        Optional<String> page,
        Optional<String> taking,
        boolean waits) {
    /** A name and what it says. */
    public record Named(String name, String text) {}

    public AskedView {
        arguments = List.copyOf(arguments);
        fields = List.copyOf(fields);
    }
}
