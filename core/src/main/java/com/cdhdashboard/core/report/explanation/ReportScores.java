package com.cdhdashboard.core.report.explanation;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the numbers mean that only tables of reports have: points of curves, bins, stages, arms of a comparison. */
public final class ReportScores {
    public static final String TREATMENT_COUNT = "treatment_Count";
    public static final String CONTROL_COUNT = "control_Count";

    private static final String NO_STAGE = "when nobody reached the stage compared with";

    private static final List<Score> OF_STAGES = List.of(
            count("Outcomes", "Outcomes", "The interactions that have the outcome of the stage.", "n"),
            count(
                    "Reached_Least",
                    "Reached, at least",
                    "The least number of interactions that reached the stage or a later one; it is drawn.",
                    "the largest Outcomes from the stage on"),
            count(
                    "Reached_Most",
                    "Reached, at most",
                    "The largest number of interactions that can have reached the stage.",
                    "the sum of Outcomes from the stage on"),
            share(
                    "Of_Previous",
                    new Meaning(
                            "Of the stage before",
                            "How many of those who reached the stage before reached this one, too.",
                            "Reached_Least / Reached_Least of the stage before",
                            NO_STAGE)),
            share(
                    "Of_First",
                    new Meaning(
                            "Of the first stage",
                            "How many of those who reached the first stage reached this one, too.",
                            "Reached_Least / Reached_Least of the first stage",
                            NO_STAGE)));

    private static final List<Score> OF_BINS = List.of(
            number("from", "Lower edge", "The least value that the bin holds."),
            number("to", "Upper edge", "Values below it are in the bin; the last bin holds its upper edge, too."),
            index("lowest_score", "Lowest score", "The least score in the bin.", ""),
            index("highest_score", "Highest score", "The greatest score in the bin.", ""),
            share(
                    "mean_predicted",
                    new Meaning("Predicted", "The mean score of the interactions in the bin.", "Σ score / Count", "")),
            share(
                    "observed_rate",
                    new Meaning(
                            "Observed",
                            "The share of positive responses in the bin; scores are calibrated where it is as predicted.",
                            "Positives / Count",
                            "")),
            share("observed_rate_Low", bound("lower")),
            share("observed_rate_High", bound("upper")));

    private static final List<Score> OF_CURVES = List.of(
            index(
                    "threshold",
                    "Threshold",
                    "Interactions with this score and above count as chosen.",
                    "where the curve starts, before any interaction"),
            share("false_positive_rate", chosen("False positive rate", "negatives", "all negatives")),
            share("true_positive_rate", chosen("True positive rate", "positives", "all positives")),
            share("recall", chosen("Recall", "positives", "all positives")),
            share("precision", chosen("Precision", "positives", "all that are chosen")),
            share("share_of_interactions", chosen("Share of interactions", "interactions", "all interactions")),
            share("share_of_positives", chosen("Share of positives", "positives", "all positives")),
            of(
                    "lift",
                    Format.RATIO,
                    new Meaning(
                            "Lift",
                            "How many times more often the chosen respond than all do.",
                            "share of positives / share of interactions",
                            "")));

    private static final List<Score> OF_ARMS = List.of(
            count(TREATMENT_COUNT, "Treatment", "The interactions of the treatment.", "P + N"),
            count(CONTROL_COUNT, "Control", "The interactions of the control.", "P + N"));

    private static final List<Score> ALL = Stream.of(OF_STAGES, OF_BINS, OF_CURVES, OF_ARMS)
            .flatMap(List::stream)
            .toList();

    private ReportScores() {}

    static Optional<Score> find(Family family, String name) {
        return ALL.stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .map(score -> new Score(name, family, score.meaning(), score.display()));
    }

    private static Score count(String name, String title, String definition, String formula) {
        return of(name, Format.COUNT, new Meaning(title, definition, formula, ""));
    }

    private static Score number(String name, String title, String definition) {
        return of(name, Format.NUMBER, new Meaning(title, definition, "edge of the bin", ""));
    }

    private static Score index(String name, String title, String definition, String notAvailable) {
        return of(name, Format.INDEX, new Meaning(title, definition, "a value of the score", notAvailable));
    }

    private static Score share(String name, Meaning meaning) {
        return of(name, Format.PERCENT, meaning);
    }

    private static Meaning bound(String end) {
        return new Meaning(
                "Observed, " + end + " bound",
                "The " + end + " end of Wilson's 95 % interval of the observed rate.",
                "Wilson's interval of Positives / Count",
                "");
    }

    private static Meaning chosen(String title, String which, String all) {
        return new Meaning(
                title,
                "The " + which + " with the score of the threshold and above, as a share of " + all + ".",
                "chosen " + which + " / " + all,
                "");
    }

    private static Score of(String name, Format format, Meaning meaning) {
        Display display = new Display(format, "", Direction.NEUTRAL, OptionalDouble.empty());
        return new Score(name, Family.ENGAGEMENT, meaning, display);
    }
}
