package com.cdhdashboard.core.metric.arm;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.stats.hypothesis.OddsRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be said of a pair of arms for its figures not to mislead. */
record PairNotes(ArmComparison pair) {
    /** Below this a p-value is given by its logarithm. */
    static final double SMALLEST_P = 1e-300;

    /** Empty where the figures speak for themselves. */
    Optional<String> text() {
        List<String> notes = new ArrayList<>();
        if (pair.table().hasSmallCounts()) {
            notes.add(small(pair.fisher()));
        }
        oddsRatio().ifPresent(notes::add);
        if (pair.zTest().pValue() < SMALLEST_P) {
            notes.add("p of z is below 1e-300: " + logarithm(pair.zTest().log10PValue()) + ".");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    static String small(double fisher) {
        return "Small counts: p-values are approximate; Fisher's exact " + NumberText.pValue(fisher) + ".";
    }

    static String logarithm(double log10) {
        return "log10 p = " + NumberText.of(log10, Format.NUMBER);
    }

    private Optional<String> oddsRatio() {
        if (!pair.hasZeroCell()) {
            return Optional.empty();
        }
        OddsRatio corrected = pair.correctedOddsRatio();
        String value = pair.oddsRatio().value() == 0
                ? "The odds ratio is 0 without an interval"
                : "The odds ratio is not estimable";
        return Optional.of(value + ", as " + zeroCells() + "; with 1/2 added to each count (Haldane-Anscombe) it is "
                + NumberText.withInterval(
                        corrected.value(),
                        Format.RATIO,
                        corrected.interval().low(),
                        corrected.interval().high())
                + ".");
    }

    private String zeroCells() {
        List<String> cells = new ArrayList<>();
        for (Arm arm : List.of(pair.treatment(), pair.control())) {
            if (arm.responses().successes() == 0) {
                cells.add("\"" + arm.name() + "\" has no positive response");
            }
            if (arm.responses().failures() == 0) {
                cells.add("\"" + arm.name() + "\" has no negative response");
            }
        }
        return String.join(" and ", cells);
    }
}
