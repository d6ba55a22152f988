package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.ShownNumber;
import com.cdhdashboard.core.metric.EngagementMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.core.report.Finding;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.stats.hypothesis.Holm;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.Proportion;
import com.cdhdashboard.stats.hypothesis.RateDifference;
import com.cdhdashboard.stats.hypothesis.TwoProportionTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What changed against the preceding period: the rates of the first metric of engagement and of conversion, over all
 * interactions and by each value of each dimension. Every rate is put to the pooled test of two proportions; as that are
 * many looks at once, p-values are adjusted after Holm, and only what stays below 0.05 is a finding. Those come first that
 * changed the most responses.
 */
public final class Findings {
    /** More are a report. */
    private static final int MOST = 5;

    private static final int MOST_OF_A_DIMENSION = 2;
    private static final int MOST_DIMENSIONS = 8;
    private static final int MOST_VALUES = 40;
    private static final double SIGNIFICANT = 0.05;
    /** Below so many expected responses, or others, in a period the test is too rough. */
    private static final double FEWEST_EXPECTED = 5;

    private final List<Metric> metrics;
    private final BiFunction<Metric, List<Filter>, ReportData> source;

    /** @param source gives the data of a metric, or throws why there are none */
    public Findings(List<Metric> metrics, BiFunction<Metric, List<Filter>, ReportData> source) {
        this.metrics = List.copyOf(metrics);
        this.source = source;
    }

    public List<Finding> list() {
        List<Change> changes = new ArrayList<>();
        changes.addAll(changes(Family.CONVERSION, "ConversionRate"));
        changes.addAll(changes(Family.ENGAGEMENT, "CTR"));
        double[] adjusted =
                Holm.adjust(changes.stream().mapToDouble(Change::pValue).toArray());
        Map<Change, Double> significant = new HashMap<>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] < SIGNIFICANT) {
                significant.put(changes.get(i), adjusted[i]);
            }
        }
        List<Change> largest = changes.stream()
                .filter(significant::containsKey)
                .sorted(Comparator.comparingDouble(change -> -change.responses()))
                .toList();
        return fewOfEach(largest).stream()
                .map(change -> change.finding(significant.getOrDefault(change, 1.0), changes.size()))
                .toList();
    }

    private static List<Change> fewOfEach(List<Change> changes) {
        Map<String, Integer> taken = new HashMap<>();
        List<Change> few = new ArrayList<>();
        for (Change change : changes) {
            String of = change.about().data().metric().name() + "/" + change.dimension();
            if (few.size() < MOST && taken.merge(of, 1, Integer::sum) <= MOST_OF_A_DIMENSION) {
                few.add(change);
            }
        }
        return few;
    }

    private List<Change> changes(Family family, String score) {
        Optional<Metric> first =
                metrics.stream().filter(metric -> metric.family() == family).findFirst();
        try {
            return first.map(metric -> changes(source.apply(metric, List.of()), score))
                    .orElse(List.of());
        } catch (UserException noData) {
            return List.of();
        }
    }

    private static List<Change> changes(ReportData data, String score) {
        Optional<Trend.Comparison> comparison = new Trend(data).comparison();
        if (comparison.isEmpty()) {
            return List.of();
        }
        About about = new About(data, score, comparison.get());
        List<Change> changes = new ArrayList<>(about.changes(Optional.empty()));
        data.schema().dimensions().stream()
                .filter(column -> TimeStep.of(column.name()).isEmpty()
                        && !column.name().equals(EngagementMetric.ARM_COLUMN)
                        && data.metric()
                                .comparedDimension()
                                .filter(column.name()::equals)
                                .isEmpty())
                .limit(MOST_DIMENSIONS)
                .forEach(column -> changes.addAll(about.changes(Optional.of(column))));
        return changes;
    }

    /** The rate of one metric in two periods. */
    private record About(ReportData data, String score, Trend.Comparison periods) {
        /** The changes that can be tested, of each value of a dimension, or of all interactions. */
        List<Change> changes(Optional<Column> dimension) {
            List<String> groupBy = dimension.map(Column::name).map(List::of).orElse(List.of());
            ScoredRows latest = periods.latest()
                    .data()
                    .rows(groupBy, List.of(periods.latest().filter()));
            ScoredRows before = periods.before()
                    .data()
                    .rows(groupBy, List.of(periods.before().filter()));
            if (latest.size() > MOST_VALUES) {
                return List.of();
            }
            Map<List<@Nullable Object>, Integer> index = before.index(groupBy);
            List<Change> changes = new ArrayList<>();
            for (int row = 0; row < latest.size(); row++) {
                @Nullable Object value = groupBy.isEmpty() ? null : latest.value(row, groupBy.get(0));
                Integer then = index.get(groupBy.isEmpty() ? List.of() : ScoredRows.key(value));
                if (then != null) {
                    Optional<Group> group = dimension.map(column -> new Group(column, value));
                    changes.add(new Change(this, group, responses(latest, row), responses(before, then)));
                }
            }
            return changes.stream().filter(Change::testable).toList();
        }

        private static Proportion responses(ScoredRows rows, int row) {
            return new Proportion(
                    (long) rows.number(row, Responses.POSITIVES), (long) rows.number(row, Responses.NEGATIVES));
        }
    }

    /** A value of a dimension. */
    private record Group(Column dimension, @Nullable Object value) {
        String text() {
            return dimension.title() + ": " + AxisScale.text(dimension, value);
        }

        Filter filter() {
            return Filter.In.of(dimension.name(), List.of(Values.text(value)));
        }
    }

    private record Change(About about, Optional<Group> group, Proportion latest, Proportion before) {
        boolean testable() {
            Proportion all = latest.plus(before);
            double rarer = Math.min(all.rate(), 1 - all.rate());
            return rarer * Math.min(latest.trials(), before.trials()) >= FEWEST_EXPECTED;
        }

        double pValue() {
            return new TwoProportionTest(latest, before).pValue();
        }

        String dimension() {
            return group.map(of -> of.dimension().name()).orElse("");
        }

        private RateDifference difference() {
            return new RateDifference(latest, before);
        }

        /** How many responses more, or fewer, there were than at the rate before. */
        double responses() {
            return Math.abs(difference().value()) * latest.trials();
        }

        Finding finding(double adjusted, int looks) {
            boolean rose = difference().value() > 0;
            return new Finding(
                    about.data().metric().name(),
                    about.score(),
                    group.map(Group::filter),
                    rose == about.data().score(about.score()).higherIsBetter(),
                    about.data().score(about.score()).title() + (rose ? " rose" : " fell") + " from " + text(before)
                            + " to " + text(latest)
                            + group.map(of -> " (" + of.text() + ")").orElse(""),
                    evidence(adjusted, looks),
                    about.periods().dates(),
                    about.periods().days());
        }

        private String evidence(double adjusted, int looks) {
            Interval interval = difference().newcombe();
            double halfWidth = (interval.high() - interval.low()) / 2;
            return NumberText.difference(difference().value(), Format.PERCENT, halfWidth) + ", 95 % from "
                    + NumberText.difference(interval.low(), Format.PERCENT, halfWidth) + " to "
                    + NumberText.difference(interval.high(), Format.PERCENT, halfWidth) + "; n = "
                    + NumberText.count(latest.trials()) + " after " + NumberText.count(before.trials()) + "; "
                    + NumberText.pValue(adjusted) + ", adjusted for " + NumberText.count(looks) + " comparisons";
        }

        private static String text(Proportion rate) {
            Interval interval = rate.wilson();
            return ShownNumber.of(rate.rate(), Format.PERCENT, (interval.high() - interval.low()) / 2)
                    .text();
        }
    }
}
