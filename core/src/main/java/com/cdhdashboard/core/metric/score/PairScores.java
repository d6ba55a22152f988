package com.cdhdashboard.core.metric.score;

import static com.cdhdashboard.core.metric.score.ExperimentScores.CONTROL;
import static com.cdhdashboard.core.metric.score.ExperimentScores.CORRECTED_ODDS_RATIO;
import static com.cdhdashboard.core.metric.score.ExperimentScores.HIGH;
import static com.cdhdashboard.core.metric.score.ExperimentScores.LOW;
import static com.cdhdashboard.core.metric.score.ExperimentScores.ODDS_RATIO;
import static com.cdhdashboard.core.metric.score.ExperimentScores.RATE;
import static com.cdhdashboard.core.metric.score.ExperimentScores.RATE_DIFFERENCE;
import static com.cdhdashboard.core.metric.score.ExperimentScores.TREATMENT;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the figures of a pair of arms and of an arm mean; these stand in tables, but are no scores of their own. */
final class PairScores {
    private static final String NO_PAIR = "unless both arms have interactions and both responses occur";
    private static final String NO_ARM = "when the arm has no interactions";
    private static final String A_ZERO = "; also when a count is 0";
    private static final String ODDS = "The odds of a positive response in the treatment relative to the control";

    private static final List<Score> ALL = Stream.of(
                    List.of(
                            score(
                                    ExperimentScores.Z_P_HOLM,
                                    Format.P_VALUE,
                                    new Meaning(
                                            "Adjusted p-value",
                                            "The p-value of z adjusted after Holm for looking at several comparisons at"
                                                    + " once.",
                                            "max over j ≤ i of (m − j + 1)·p₍ⱼ₎, at most 1, p-values ascending",
                                            NO_PAIR)),
                            score(
                                    ExperimentScores.Z_LOG10_P,
                                    Format.NUMBER,
                                    new Meaning(
                                            "log₁₀ of the p-value",
                                            "The decimal logarithm of the p-value of z, for values too small to write.",
                                            "log₁₀ z_p_val",
                                            NO_PAIR)),
                            score(
                                    ExperimentScores.FISHER_P_VALUE,
                                    Format.P_VALUE,
                                    new Meaning(
                                            "Fisher's p-value",
                                            "The exact p-value, for counts too small for z.",
                                            "Σ probabilities of all tables with these sums that are not likelier",
                                            NO_PAIR + "; also when counts are large enough for z"))),
                    rates(),
                    intervals(
                            RATE_DIFFERENCE,
                            Format.PERCENT,
                            new Meaning(
                                    "Difference of the rates",
                                    "The rate of the treatment less that of the control, with Newcombe's 95 % interval.",
                                    "P_t / n_t − P_c / n_c" + ExperimentScores.ARMS_OF_FORMULAS,
                                    NO_PAIR)),
                    intervals(
                            ODDS_RATIO,
                            Format.RATIO,
                            new Meaning(
                                    "Odds ratio",
                                    ODDS + ", with Woolf's 95 % interval.",
                                    "P_t·N_c / (N_t·P_c)" + ExperimentScores.ARMS_OF_FORMULAS,
                                    NO_PAIR + A_ZERO)),
                    intervals(
                            CORRECTED_ODDS_RATIO,
                            Format.RATIO,
                            new Meaning(
                                    "Corrected odds ratio",
                                    ODDS + " with 1/2 added to every count (Haldane-Anscombe), where a count is 0.",
                                    "(P_t + ½)·(N_c + ½) / ((N_t + ½)·(P_c + ½))" + ExperimentScores.ARMS_OF_FORMULAS,
                                    "unless a count is 0")))
            .flatMap(List::stream)
            .toList();

    private PairScores() {}

    static Optional<Score> find(String name) {
        return ALL.stream().filter(score -> score.name().equals(name)).findFirst();
    }

    private static List<Score> rates() {
        return Stream.of("", TREATMENT + "_", CONTROL + "_")
                .map(arm -> score(
                        arm + RATE,
                        Format.PERCENT,
                        new Meaning(
                                arm.isEmpty() ? "Rate" : "Rate of the " + arm.replace("_", ""),
                                "The share of positive responses of the arm.",
                                "P / (P + N)",
                                NO_ARM)))
                .toList();
    }

    private static List<Score> intervals(String name, Format format, Meaning meaning) {
        return List.of(
                score(name, format, meaning),
                score(name + LOW, format, bound(meaning, "lower", "lower end of the interval of " + name)),
                score(name + HIGH, format, bound(meaning, "upper", "upper end of the interval of " + name)));
    }

    private static Meaning bound(Meaning of, String end, String formula) {
        return new Meaning(of.title() + ", " + end + " bound", of.definition(), formula, of.notAvailable());
    }

    private static Score score(String name, Format format, Meaning meaning) {
        return new Score(
                name, Family.EXPERIMENT, meaning, new Display(format, "", Direction.NEUTRAL, OptionalDouble.empty()));
    }
}
