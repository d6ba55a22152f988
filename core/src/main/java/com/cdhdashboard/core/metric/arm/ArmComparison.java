package com.cdhdashboard.core.metric.arm;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.metric.score.Scoring;
import com.cdhdashboard.stats.hypothesis.ContingencyTable;
import com.cdhdashboard.stats.hypothesis.FisherExactTest;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.cdhdashboard.stats.hypothesis.OddsRatio;
import com.cdhdashboard.stats.hypothesis.RateDifference;
import com.cdhdashboard.stats.hypothesis.TwoProportionTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A treatment against the control, both with interactions. */
record ArmComparison(Arm treatment, Arm control) {
    ArmComparison {
        requireNonNull(treatment, "treatment");
        requireNonNull(control, "control");
    }

    ContingencyTable table() {
        return ContingencyTable.of(treatment.responses(), control.responses());
    }

    TwoProportionTest zTest() {
        return new TwoProportionTest(treatment.responses(), control.responses());
    }

    OddsRatio oddsRatio() {
        return OddsRatio.of(treatment.responses(), control.responses());
    }

    /** With ½ added to every count. */
    OddsRatio correctedOddsRatio() {
        return OddsRatio.corrected(treatment.responses(), control.responses());
    }

    double fisher() {
        return new FisherExactTest(treatment.responses(), control.responses()).pValue();
    }

    /** Whether one of the four counts is 0 while both responses occur. */
    boolean hasZeroCell() {
        return table().isTestable() && !oddsRatio().interval().isDefined();
    }

    List<@Nullable Object> zScores() {
        return Scoring.available(zTest().z(), zTest().pValue());
    }

    List<@Nullable Object> oddsRatioScores() {
        return withInterval(oddsRatio().value(), oddsRatio().interval());
    }

    /**
     * The row of this pair.
     *
     * @param adjusted Holm's p-value among the pairs shown together
     */
    List<@Nullable Object> cells(double adjusted) {
        boolean small = table().hasSmallCounts();
        RateDifference difference = new RateDifference(treatment.responses(), control.responses());
        OddsRatio corrected = correctedOddsRatio();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(treatment.name());
        cells.addAll(zScores());
        cells.addAll(Scoring.available(adjusted, zTest().log10PValue(), small ? fisher() : Double.NaN));
        cells.addAll(withInterval(difference.value(), difference.newcombe()));
        cells.addAll(oddsRatioScores());
        cells.addAll(
                hasZeroCell()
                        ? withInterval(corrected.value(), corrected.interval())
                        : withInterval(Double.NaN, Interval.UNDEFINED));
        cells.add(new PairNotes(this).text().orElse(null));
        return cells;
    }

    private static List<@Nullable Object> withInterval(double value, Interval interval) {
        return Scoring.available(value, interval.low(), interval.high());
    }
}
