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
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.Proportion;
import com.cdhdashboard.stats.hypothesis.RateRatio;
import com.cdhdashboard.stats.hypothesis.TwoProportionTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often customers respond, and how much more often than those whose decisions were left to chance.
 *
 * <p>The arms are told apart by {@link #ARM_COLUMN}: the control arm has the configured value in any case, every other
 * value that is not missing is the test arm. Rows where it is missing count in the rate only.
 */
public record EngagementMetric(MetricConfig.Engagement config, List<String> globalFilters) implements Metric {
    public static final String ARM_COLUMN = "ModelControlGroup";

    public static final String TEST_POSITIVES = "TestPositives";
    public static final String TEST_NEGATIVES = "TestNegatives";
    public static final String CONTROL_POSITIVES = "ControlPositives";
    public static final String CONTROL_NEGATIVES = "ControlNegatives";

    private static final List<Column> MEASURES = List.of(
            Column.measure(Responses.POSITIVES, ValueType.INTEGER),
            Column.measure(Responses.NEGATIVES, ValueType.INTEGER),
            Column.measure(TEST_POSITIVES, ValueType.INTEGER),
            Column.measure(TEST_NEGATIVES, ValueType.INTEGER),
            Column.measure(CONTROL_POSITIVES, ValueType.INTEGER),
            Column.measure(CONTROL_NEGATIVES, ValueType.INTEGER));

    public EngagementMetric {
        requireNonNull(config, "config");
        globalFilters = List.copyOf(globalFilters);
    }

    @Override
    public Family family() {
        return Family.ENGAGEMENT;
    }

    @Override
    public List<String> grain() {
        return Interactions.grain(config, globalFilters, ARM_COLUMN);
    }

    @Override
    public List<String> neededColumns() {
        return Interactions.neededColumns(ARM_COLUMN);
    }

    @Override
    public List<Column> measures() {
        return MEASURES;
    }

    @Override
    public Table score(Table rolledUp) {
        Scoring scoring = new Scoring(rolledUp);
        Responses all = Responses.in(scoring, Responses.POSITIVES, Responses.NEGATIVES);
        Responses test = Responses.in(scoring, TEST_POSITIVES, TEST_NEGATIVES);
        Responses control = Responses.in(scoring, CONTROL_POSITIVES, CONTROL_NEGATIVES);
        return scoring.score(Scores.of(family()), row -> {
            List<@Nullable Object> scores = new ArrayList<>(all.rateScores(row));
            scores.addAll(comparison(test.of(row), control.of(row)));
            return scores;
        });
    }

    private static List<@Nullable Object> comparison(Proportion test, Proportion control) {
        RateRatio ratio = new RateRatio(test, control);
        Interval interval = ratio.liftInterval();
        TwoProportionTest zTest = new TwoProportionTest(test, control);
        return Scoring.available(ratio.lift(), interval.low(), interval.high(), zTest.z(), zTest.pValue());
    }
}
