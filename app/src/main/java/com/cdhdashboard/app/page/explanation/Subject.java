package com.cdhdashboard.app.page.explanation;

import com.cdhdashboard.app.page.explanation.ExplanationPage.Link;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.List;
import java.util.Optional;

/**
 * The table that is asked about.
 *
 * @param table with all rows, or at least that asked about
 * @param row the row asked about alone
 * @param behind what the row is made of, where that is known
 * @param source the page of the table
 * @param only the page that shows what the row is made of and nothing else
 * @param notes what is to be said of the numbers
 */
record Subject(
        Table table,
        ScoreCatalogue scores,
        Optional<Table> row,
        Optional<RowsBehind> behind,
        Link source,
        Optional<Link> only,
        List<String> notes) {
    Subject {
        notes = List.copyOf(notes);
    }
}
