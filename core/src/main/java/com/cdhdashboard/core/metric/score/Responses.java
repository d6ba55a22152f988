package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.Proportion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of the positives and negatives of one arm in a rolled-up row. */
public record Responses(int positives, int negatives) {
    /** The measure that cubes of outcomes have for successes, and the one for the rest of the population. */
    public static final String POSITIVES = "Positives";

    public static final String NEGATIVES = "Negatives";

    public static Responses in(Scoring scoring, String positives, String negatives) {
        return new Responses(scoring.place(positives), scoring.place(negatives));
    }

    public Proportion of(List<@Nullable Object> row) {
        return new Proportion(Scoring.count(row, positives), Scoring.count(row, negatives));
    }

    /** Count, positives and negatives, then the rate, its standard error and both ends of its interval. */
    public List<@Nullable Object> rateScores(List<@Nullable Object> row) {
        Proportion responses = of(row);
        Interval interval = responses.wilson();
        List<@Nullable Object> scores = new ArrayList<>();
        scores.add(responses.trials());
        scores.add(responses.successes());
        scores.add(responses.failures());
        scores.addAll(Scoring.available(responses.rate(), responses.standardError(), interval.low(), interval.high()));
        return scores;
    }
}
