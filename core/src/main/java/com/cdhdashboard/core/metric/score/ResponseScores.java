package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.List;
import java.util.OptionalDouble;

/** The scores that every family of positive and negative responses has. */
final class ResponseScores {
    static final String NO_INTERACTIONS = "when the group has no interactions";

    private ResponseScores() {}

    static List<Score> counts(Family family) {
        return List.of(
                new Score(
                        "Count",
                        family,
                        new Meaning(
                                "Interactions",
                                "The number of interactions that had a positive or a negative response,"
                                        + " each counted once.",
                                "n = P + N",
                                ""),
                        count("interactions", Direction.NEUTRAL)),
                new Score(
                        "Positives",
                        family,
                        new Meaning(
                                "Positives",
                                "The number of interactions with at least one positive response.",
                                "P",
                                ""),
                        count("interactions", Direction.HIGHER_IS_BETTER)),
                new Score(
                        "Negatives",
                        family,
                        new Meaning(
                                "Negatives",
                                "The number of interactions that were seen but had no positive response.",
                                "N",
                                ""),
                        count("interactions", Direction.NEUTRAL)));
    }

    /** The rate itself, its standard error and the two ends of its interval. */
    static List<Score> rate(Family family, String name, String title, String definition) {
        String interval = "(P + z²/2 ∓ z·√(P·N/n + z²/4)) / (n + z²), z = 1.96";
        return List.of(
                new Score(
                        name,
                        family,
                        new Meaning(title, definition, "P / (P + N)", NO_INTERACTIONS),
                        percent(Direction.HIGHER_IS_BETTER)),
                new Score(
                        "StdErr",
                        family,
                        new Meaning(
                                "Standard error",
                                "How far the rate would typically stray by chance alone if the same traffic came again.",
                                "√(p·(1 − p) / n), p = P / n",
                                NO_INTERACTIONS),
                        percent(Direction.NEUTRAL)),
                new Score(
                        name + "_Low",
                        family,
                        new Meaning(
                                title + ", lower bound",
                                "The lower end of Wilson's 95 % interval of the rate.",
                                interval.replace('∓', '−'),
                                NO_INTERACTIONS),
                        percent(Direction.HIGHER_IS_BETTER)),
                new Score(
                        name + "_High",
                        family,
                        new Meaning(
                                title + ", upper bound",
                                "The upper end of Wilson's 95 % interval of the rate.",
                                interval.replace('∓', '+'),
                                NO_INTERACTIONS),
                        percent(Direction.HIGHER_IS_BETTER)));
    }

    static Display count(String unit, Direction direction) {
        return new Display(Format.COUNT, unit, direction, OptionalDouble.empty());
    }

    static Display percent(Direction direction) {
        return new Display(Format.PERCENT, "", direction, OptionalDouble.empty());
    }
}
