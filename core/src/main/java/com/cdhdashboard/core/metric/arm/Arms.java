package com.cdhdashboard.core.metric.arm;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.metric.score.Scoring;
import com.cdhdashboard.stats.hypothesis.ChiSquareStatistic;
import com.cdhdashboard.stats.hypothesis.ContingencyTable;
import com.cdhdashboard.stats.hypothesis.Holm;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.Proportion;
import com.cdhdashboard.stats.hypothesis.SampleRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The arms of one experiment in one group. Empty arms are shown and named, and take no part in any test.
 *
 * @param all ascending by name
 * @param control the name of the arm the others are compared with, which may have no rows here
 */
record Arms(List<Arm> all, Optional<String> control) {
    public Arms {
        all = all.stream().sorted(Comparator.comparing(Arm::name)).toList();
        requireNonNull(control, "control");
    }

    /** The arms that have interactions. */
    List<Arm> filled() {
        return all.stream().filter(arm -> !arm.responses().isEmpty()).toList();
    }

    ContingencyTable table() {
        return new ContingencyTable(filled().stream().map(Arm::responses).toList());
    }

    /** Whether the arms that have interactions are as large as equal shares would make them. */
    ChiSquareStatistic sampleRatio() {
        return SampleRatio.ofEqualShares(
                filled().stream().mapToLong(arm -> arm.responses().trials()).toArray());
    }

    /** Each other arm against the control; none where the control has no interactions. */
    List<ArmComparison> comparisons() {
        Optional<Arm> against = filled().stream()
                .filter(arm -> control.filter(arm.name()::equals).isPresent())
                .findFirst();
        return against.stream()
                .flatMap(arm -> filled().stream()
                        .filter(other -> !other.equals(arm))
                        .map(other -> new ArmComparison(other, arm)))
                .toList();
    }

    /** The scores in the order of the catalogue. */
    List<@Nullable Object> scores() {
        ContingencyTable table = table();
        List<ArmComparison> comparisons = comparisons();
        List<@Nullable Object> scores = new ArrayList<>();
        Proportion total = table.total();
        scores.add(total.trials());
        scores.add(total.successes());
        scores.add(total.failures());
        addTest(scores, table, table.chiSquare());
        addTest(scores, table, table.likelihoodRatio());
        Optional<ArmComparison> only =
                comparisons.stream().filter(comparison -> filled().size() == 2).findFirst();
        scores.addAll(only.map(ArmComparison::zScores).orElseGet(() -> Scoring.available(Double.NaN, Double.NaN)));
        for (int name = 0; name < ExperimentScores.ODDS_RATIO_PREFIXES.size(); name++) {
            scores.addAll(only.map(ArmComparison::oddsRatioScores)
                    .orElseGet(() -> Scoring.available(Double.NaN, Double.NaN, Double.NaN)));
        }
        ChiSquareStatistic ratio = sampleRatio();
        scores.addAll(Scoring.available(ratio.value(), ratio.pValue()));
        scores.add(control.orElse(null));
        scores.add(armRows());
        scores.add(pairRows(comparisons));
        scores.add(new ArmNotes(this).text().orElse(null));
        return scores;
    }

    private static void addTest(List<@Nullable Object> scores, ContingencyTable table, ChiSquareStatistic statistic) {
        scores.addAll(Scoring.available(statistic.value(), statistic.pValue()));
        scores.add(table.isTestable() ? (Long) (long) table.degreesOfFreedom() : null);
    }

    private Table armRows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Arm arm : all) {
            Proportion responses = arm.responses();
            Interval interval = responses.wilson();
            List<@Nullable Object> row = new ArrayList<>(
                    List.of(arm.name(), responses.trials(), responses.successes(), responses.failures()));
            row.addAll(Scoring.available(responses.rate(), interval.low(), interval.high()));
            rows.add(row);
        }
        return new Table(ExperimentScores.ARM_COLUMNS, rows);
    }

    private static Table pairRows(List<ArmComparison> comparisons) {
        double[] adjusted = Holm.adjust(comparisons.stream()
                .mapToDouble(comparison -> comparison.zTest().pValue())
                .toArray());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            rows.add(comparisons.get(i).cells(adjusted[i]));
        }
        return new Table(ExperimentScores.PAIR_COLUMNS, rows);
    }

    /** Fisher's p of two arms with small counts. */
    OptionalDouble fisher() {
        return filled().size() == 2 && table().hasSmallCounts()
                ? OptionalDouble.of(new ArmComparison(filled().get(0), filled().get(1)).fisher())
                : OptionalDouble.empty();
    }
}
