package com.cdhdashboard.app.page.explanation;

import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.core.report.explanation.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an explanation shows.
 *
 * @param group the values that the row stands for; empty where no row is asked about
 * @param numbers those asked about, in full
 * @param others the other numbers of the row
 * @param sums what is summed of the rows behind it, line by line
 * @param source the page of the table
 * @param only the page that shows the rows behind it alone
 * @param notes what is to be said of the numbers, as the page of the table says it
 */
public record ExplanationPage(
        Frame frame,
        List<Named> group,
        List<Explanation> numbers,
        List<Explanation> others,
        List<List<Named>> sums,
        Link source,
        Optional<Link> only,
        List<String> notes) {
    /**
     * A value and what it is of.
     *
     * @param name for programs
     */
    public record Named(String name, String title, String text) {}

    /** Another page with its title. */
    public record Link(String title, String url) {}

    public ExplanationPage {
        group = List.copyOf(group);
        numbers = List.copyOf(numbers);
        others = List.copyOf(others);
        sums = List.copyOf(sums);
        notes = List.copyOf(notes);
    }
}
