package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.figure.Figure;
import java.util.List;
import java.util.Optional;

/**
 * One number with what it means: formatted value, a second line, its change and its trend.
 *
 * @param value formatted; an en dash where not available, {@code reason} then says why
 * @param secondary such as {@code Revenue 30,812}
 * @param change against the comparison, formatted with sign and unit
 * @param changeMeans what the change compares, such as {@code against 1–15 Dec 2024}
 * @param better whether the change is good news; empty where it is neither
 * @param sparkline the trend over time
 * @param definition what the number means and how it is computed
 * @param reason why there is no value, with what to do
 * @param subject what it shows a number of; empty where no other page shows more of it
 */
public record KpiCard(
        String title,
        String value,
        Optional<String> secondary,
        Optional<String> change,
        Optional<String> changeMeans,
        Optional<Boolean> better,
        Optional<Figure> sparkline,
        String definition,
        Optional<String> reason,
        Optional<Subject> subject) {
    /**
     * What a card or chart is about.
     *
     * @param shown a score, or the type of report that shows it; empty for whatever a metric has
     * @param only conditions that are its own, beside those of the page
     */
    public record Subject(String metric, String shown, List<Filter> only) {
        public Subject {
            only = List.copyOf(only);
        }
    }

    public KpiCard {
        requireNonNull(title, "title");
        requireNonNull(value, "value");
        requireNonNull(definition, "definition");
    }

    public KpiCard(
            String title,
            String value,
            Optional<String> secondary,
            Optional<String> change,
            Optional<String> changeMeans,
            Optional<Boolean> better,
            Optional<Figure> sparkline,
            String definition,
            Optional<String> reason) {
        this(title, value, secondary, change, changeMeans, better, sparkline, definition, reason, Optional.empty());
    }

    public KpiCard withSubject(Subject about) {
        return new KpiCard(
                title,
                value,
                secondary,
                change,
                changeMeans,
                better,
                sparkline,
                definition,
                reason,
                Optional.of(about));
    }
}
