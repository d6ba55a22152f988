package com.cdhdashboard.app.page.configuration.studio;

import java.util.List;
import java.util.stream.Stream;

/**
 * A proposal to be kept or rejected.
 *
 * @param by whom it is
 * @param keys of sections
 * @param leaving metrics that the data show nothing of
 */
public record ProposalView(
        long number,
        String by,
        List<String> remarks,
        List<String> obstacles,
        List<Row> keys,
        List<Row> metrics,
        List<Row> reports,
        List<Leaving> leaving) {
    public ProposalView {
        remarks = List.copyOf(remarks);
        obstacles = List.copyOf(obstacles);
        keys = List.copyOf(keys);
        metrics = List.copyOf(metrics);
        reports = List.copyOf(reports);
        leaving = List.copyOf(leaving);
    }

    /** Whether it would change anything. */
    public boolean changes() {
        return !leaving.isEmpty()
                || Stream.of(keys, metrics, reports).flatMap(List::stream).anyMatch(Row::changes);
    }

    /**
     * An entry.
     *
     * @param title as people know it
     * @param fresh whether there is nothing of that name yet
     * @param keys that it would change; of a new one all that it has
     * @param chartUrl where it comes drawn from; empty of what is no report
     */
    public record Row(
            int number, String name, String title, String reason, boolean fresh, List<KeyRow> keys, String chartUrl) {
        public Row {
            keys = List.copyOf(keys);
        }

        public boolean changes() {
            return !keys.isEmpty();
        }

        public String state() {
            return keys.isEmpty()
                    ? "as it is"
                    : fresh ? "new" : "changes " + keys.size() + (keys.size() == 1 ? " key" : " keys");
        }
    }

    /** A key, with what it says and what it would say. */
    public record KeyRow(int number, String name, String before, String after) {}

    /** A metric that would go with its reports. */
    public record Leaving(String metric, long reports, boolean chosen) {}
}
