package com.cdhdashboard.core.metric;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.metric.score.Scoring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often customers buy, what they pay, and through how many touchpoints a purchase came.
 *
 * <p>Rows of one {@link #SUBJECT_COLUMN} with one {@link #EVENT_COLUMN} are one event. Each of the n positive rows of
 * an event holds 1/n of it, so that {@link #CONVERSIONS} sums to the number of events in every roll-up.
 */
public record ConversionMetric(MetricConfig.Conversion config, List<String> globalFilters) implements Metric {
    public static final String SUBJECT_COLUMN = "SubjectID";
    public static final String EVENT_COLUMN = "ConversionEventID";
    public static final String REVENUE = "Revenue";
    public static final String CONVERSIONS = "Conversions";

    private static final List<Column> MEASURES = List.of(
            Column.measure(Responses.POSITIVES, ValueType.INTEGER),
            Column.measure(Responses.NEGATIVES, ValueType.INTEGER),
            Column.measure(REVENUE, ValueType.NUMBER),
            Column.measure(CONVERSIONS, ValueType.NUMBER));

    public ConversionMetric {
        requireNonNull(config, "config");
        globalFilters = List.copyOf(globalFilters);
    }

    @Override
    public Family family() {
        return Family.CONVERSION;
    }

    @Override
    public List<String> grain() {
        return Interactions.grain(config, globalFilters);
    }

    @Override
    public List<String> neededColumns() {
        return Interactions.neededColumns(SUBJECT_COLUMN, EVENT_COLUMN, REVENUE);
    }

    @Override
    public List<Column> measures() {
        return MEASURES;
    }

    @Override
    public Table score(Table rolledUp) {
        Scoring scoring = new Scoring(rolledUp);
        Responses responses = Responses.in(scoring, Responses.POSITIVES, Responses.NEGATIVES);
        int revenue = scoring.place(REVENUE);
        int conversions = scoring.place(CONVERSIONS);
        return scoring.score(Scores.of(family()), row -> {
            long touchpoints = responses.of(row).successes();
            double events = Scoring.amount(row, conversions);
            List<@Nullable Object> scores = new ArrayList<>(responses.rateScores(row));
            scores.add(Scoring.amount(row, revenue));
            scores.add(touchpoints);
            scores.add(events);
            scores.addAll(Scoring.available(touchpoints / events));
            return scores;
        });
    }
}
