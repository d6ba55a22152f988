package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.sample.CellEstimate;
import java.util.List;
import java.util.Locale;

/**
 * How many cells a metric is expected to have, in a sentence.
 *
 * @param warning what makes them so many; empty where nothing does
 */
public record Cells(String words, String warning) {
    /** Of a metric that has none, such as one with errors, or one over customers. */
    public static final Cells NONE = new Cells("", "");

    public static Cells of(Parsed<CellEstimate> estimated, List<String> groupBy) {
        if (estimated.value().isEmpty()) {
            Problem first = estimated.problems().get(0);
            String message = first.message();
            String sentence = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
            return first.severity() == Severity.INFO
                    ? new Cells(sentence, "")
                    : new Cells("", "The number of cells cannot be estimated: " + message);
        }
        CellEstimate cells = estimated.value().get();
        String of = cells.sampled() == cells.rows()
                ? "exactly, as all rows that it counts are in the sample"
                : "estimated for " + NumberText.count(cells.rows()) + " rows from the "
                        + NumberText.count(cells.sampled()) + " of the sample";
        String words = NumberText.count(cells.cells()) + (cells.cells() == 1 ? " cell is" : " cells are")
                + " expected, " + of + ".";
        List<String> unique =
                cells.nearlyUnique().stream().filter(groupBy::contains).toList();
        return new Cells(
                words,
                unique.isEmpty()
                        ? ""
                        : "Nearly every row has a value of its own of " + String.join(", ", unique)
                                + ": the metric would have about as many cells as rows. Leave "
                                + (unique.size() == 1 ? "it" : "them") + " out of group_by.");
    }
}
