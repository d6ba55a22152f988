package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.app.page.configuration.form.FormSection;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metrics of a configuration, and the form of one.
 *
 * @param own the keys that belong to no metric; shown where none is open
 * @param suggestions names to complete what is typed, by the id of their list
 */
public record MetricList(
        List<Entry> entries, Optional<FormSection> own, Optional<Open> open, Map<String, List<String>> suggestions) {
    public MetricList {
        entries = List.copyOf(entries);
    }

    /** A metric of the list. */
    public record Entry(String name, String family, long reports, Counted problems, String url, boolean chosen) {}

    /**
     * The metric that is open.
     *
     * @param copyName a name that is free
     * @param cellsUrl tells how many cells it would have
     */
    public record Open(
            String name,
            String copyName,
            FormSection form,
            List<Link> reports,
            Optional<OutcomeTable> outcomes,
            String cellsUrl) {
        public Open {
            reports = List.copyOf(reports);
        }
    }

    /** A report that shows the metric. */
    public record Link(String name, String url) {}

    /** A family that a new metric can be of; its name begins with the value. */
    public record Choice(String value, String title, String meaning) {}

    public List<Choice> families() {
        return Stream.of(Family.values())
                .map(family -> new Choice(
                        family.prefix(),
                        ConfigurationKeys.of(family).title(),
                        ConfigurationKeys.of(family).meaning()))
                .toList();
    }
}
