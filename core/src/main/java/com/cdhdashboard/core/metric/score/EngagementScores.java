package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the scores of engagement mean. */
final class EngagementScores {
    private static final String NO_LIFT =
            "unless both arms have interactions and the control arm has a positive response";
    private static final String NO_TEST =
            "when an arm has no interactions, or the responses of both arms are all positive or all negative";
    /** What the indices of a formula mean. */
    private static final String ARMS = "; t: test arm, c: control arm";

    private static final Display LIFT =
            new Display(Format.PERCENT, "", Direction.HIGHER_IS_BETTER, OptionalDouble.of(0));

    private EngagementScores() {}

    static List<Score> list() {
        return Stream.of(
                        ResponseScores.counts(Family.ENGAGEMENT),
                        ResponseScores.rate(
                                Family.ENGAGEMENT,
                                "CTR",
                                "Click-through rate",
                                "The share of interactions with a positive response, such as a click."),
                        lift(),
                        test())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Score> lift() {
        String interval = "exp(ln(1 + Lift) ∓ z·√(1/P_t − 1/n_t + 1/P_c − 1/n_c)) − 1, z = 1.96" + ARMS;
        String noInterval = NO_LIFT + ", or when the test arm has no positive response";
        return List.of(
                new Score(
                        "Lift",
                        Family.ENGAGEMENT,
                        new Meaning(
                                "Lift",
                                "By how much the rate of the test arm exceeds that of the control arm,"
                                        + " as a share of the latter.",
                                "CTR_t / CTR_c − 1" + ARMS,
                                NO_LIFT),
                        LIFT),
                new Score(
                        "Lift_Low",
                        Family.ENGAGEMENT,
                        new Meaning(
                                "Lift, lower bound",
                                "The lower end of Katz's 95 % interval of the lift.",
                                interval.replace('∓', '−'),
                                noInterval),
                        LIFT),
                new Score(
                        "Lift_High",
                        Family.ENGAGEMENT,
                        new Meaning(
                                "Lift, upper bound",
                                "The upper end of Katz's 95 % interval of the lift.",
                                interval.replace('∓', '+'),
                                noInterval),
                        LIFT));
    }

    private static List<Score> test() {
        return List.of(
                new Score(
                        "Lift_Z_Score",
                        Family.ENGAGEMENT,
                        new Meaning(
                                "Lift z-score",
                                "How many standard errors the two rates lie apart; positive where the test arm is"
                                        + " ahead, beyond ±1.96 rarely by chance.",
                                "(CTR_t − CTR_c) / √(p·(1 − p)·(1/n_t + 1/n_c)), p = (P_t + P_c) / (n_t + n_c)" + ARMS,
                                NO_TEST),
                        new Display(Format.NUMBER, "", Direction.HIGHER_IS_BETTER, OptionalDouble.of(0))),
                new Score(
                        "Lift_P_Val",
                        Family.ENGAGEMENT,
                        new Meaning(
                                "Lift p-value",
                                "How often chance alone would set the two rates at least this far apart,"
                                        + " in either direction.",
                                "erfc(|z| / √2)",
                                NO_TEST),
                        new Display(Format.P_VALUE, "", Direction.NEUTRAL, OptionalDouble.empty())));
    }
}
