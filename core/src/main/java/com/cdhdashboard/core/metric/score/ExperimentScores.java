package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the scores of experiments mean, and the columns of the tables in them. */
public final class ExperimentScores {
    public static final String Z_SCORE = "z_score";
    public static final String Z_P_VALUE = "z_p_val";
    public static final String CONTROL = "control";
    public static final String ARMS = "arms";
    public static final String PAIRS = "pairs";
    public static final String NOTE = "note";

    /** In {@link #ARMS} and {@link #PAIRS}: the arm of the row. */
    public static final String ARM = "arm";

    public static final String TREATMENT = "treatment";
    public static final String RATE = "rate";
    public static final String Z_P_HOLM = "z_p_holm";
    public static final String Z_LOG10_P = "z_log10_p";
    public static final String FISHER_P_VALUE = "fisher_p_val";
    public static final String RATE_DIFFERENCE = "rate_difference";
    public static final String ODDS_RATIO = "odds_ratio";
    public static final String CORRECTED_ODDS_RATIO = "corrected_odds_ratio";
    /** What follows the name of a figure for the ends of its interval. */
    public static final String LOW = "_ci_low";

    public static final String HIGH = "_ci_high";

    /** The odds ratio has a name for each test it may stand beside. */
    public static final List<String> ODDS_RATIO_PREFIXES = List.of("g", "chi2");

    public static final List<Column> ARM_COLUMNS = Stream.concat(
                    Stream.of(
                            Column.dimension(ARM, ValueType.TEXT),
                            Column.measure("Count", ValueType.INTEGER),
                            Column.measure(Responses.POSITIVES, ValueType.INTEGER),
                            Column.measure(Responses.NEGATIVES, ValueType.INTEGER)),
                    figures(RATE, RATE + LOW, RATE + HIGH))
            .toList();

    private static final List<String> PAIR_FIGURES = List.of(
            Z_SCORE,
            Z_P_VALUE,
            Z_P_HOLM,
            Z_LOG10_P,
            FISHER_P_VALUE,
            RATE_DIFFERENCE,
            RATE_DIFFERENCE + LOW,
            RATE_DIFFERENCE + HIGH,
            ODDS_RATIO,
            ODDS_RATIO + LOW,
            ODDS_RATIO + HIGH,
            CORRECTED_ODDS_RATIO,
            CORRECTED_ODDS_RATIO + LOW,
            CORRECTED_ODDS_RATIO + HIGH);

    public static final List<Column> PAIR_COLUMNS = Stream.of(
                    Stream.of(Column.dimension(TREATMENT, ValueType.TEXT)),
                    PAIR_FIGURES.stream().map(Column::score),
                    Stream.of(new Column(NOTE, ValueType.TEXT, Column.Role.SCORE)))
            .flatMap(columns -> columns)
            .toList();

    /** What the indices of a formula mean. */
    static final String ARMS_OF_FORMULAS = "; t: treatment, c: control";

    private static final String NO_TEST =
            "unless two arms have interactions and both positive and negative responses occur";
    private static final String NO_PAIR = "unless exactly two arms have interactions, one of them the control, and"
            + " both positive and negative responses occur; pairs has the comparisons of more arms";

    private ExperimentScores() {}

    static List<Score> list() {
        return Stream.of(
                        ResponseScores.counts(Family.EXPERIMENT),
                        test(
                                "chi2",
                                "Chi-square",
                                "how far the responses of the arms stray from what equal rates would give",
                                "Σ (O − E)² / E"),
                        test(
                                "g",
                                "G",
                                "how much less likely the responses are under equal rates than under the rates seen",
                                "2 Σ O·ln(O / E)"),
                        z(),
                        ODDS_RATIO_PREFIXES.stream()
                                .flatMap(prefix -> oddsRatio(prefix + "_odds_ratio").stream())
                                .toList(),
                        sampleRatio(),
                        behind())
                .flatMap(List::stream)
                .toList();
    }

    /** The numbers in {@link #PAIRS}. */
    public static List<String> pairFigures() {
        return PAIR_FIGURES;
    }

    private static Stream<Column> figures(String... names) {
        return Stream.of(names).map(Column::score);
    }

    private static List<Score> test(String name, String title, String what, String formula) {
        return List.of(
                score(
                        name + "_stat",
                        new Meaning(
                                title,
                                "Over all arms, " + what + ", without continuity correction.",
                                formula + " over arms and responses, E = nₐ·(all with the response) / n",
                                NO_TEST),
                        number(Direction.NEUTRAL, OptionalDouble.empty())),
                score(
                        name + "_p_val",
                        new Meaning(
                                title + " p-value",
                                "How often chance alone would set the rates of the arms at least this far apart.",
                                "Q(dof / 2, " + name + "_stat / 2), Q the upper regularised gamma function",
                                NO_TEST),
                        new Display(Format.P_VALUE, "", Direction.NEUTRAL, OptionalDouble.empty())),
                score(
                        name + "_dof",
                        new Meaning(
                                title + " degrees of freedom",
                                "The number of arms with interactions, less one.",
                                "arms − 1",
                                NO_TEST),
                        ResponseScores.count("", Direction.NEUTRAL)));
    }

    private static List<Score> z() {
        return List.of(
                score(
                        Z_SCORE,
                        new Meaning(
                                "z-score",
                                "How many standard errors the rates of the treatment and the control lie apart; positive"
                                        + " where the treatment is ahead, beyond ±1.96 rarely by chance.",
                                "(p_t − p_c) / √(p·(1 − p)·(1/n_t + 1/n_c)), p = (P_t + P_c) / (n_t + n_c)"
                                        + ARMS_OF_FORMULAS,
                                NO_PAIR),
                        number(Direction.HIGHER_IS_BETTER, OptionalDouble.of(0))),
                score(
                        Z_P_VALUE,
                        new Meaning(
                                "z p-value",
                                "How often chance alone would set the two rates at least this far apart, in either"
                                        + " direction.",
                                "erfc(|z| / √2)",
                                NO_PAIR),
                        new Display(Format.P_VALUE, "", Direction.NEUTRAL, OptionalDouble.empty())));
    }

    private static List<Score> oddsRatio(String name) {
        String interval = "exp(ln OR ∓ z·√(1/P_t + 1/N_t + 1/P_c + 1/N_c)), z = 1.96" + ARMS_OF_FORMULAS;
        Display ratio = new Display(Format.RATIO, "", Direction.HIGHER_IS_BETTER, OptionalDouble.of(1));
        String noInterval = NO_PAIR + "; also when a count is 0";
        return List.of(
                score(
                        name + "_stat",
                        new Meaning(
                                "Odds ratio",
                                "The odds of a positive response in the treatment relative to the control; 1 where the"
                                        + " arms are alike.",
                                "P_t·N_c / (N_t·P_c)" + ARMS_OF_FORMULAS,
                                NO_PAIR + "; also when the treatment has no negatives or the control no positives"),
                        ratio),
                score(
                        name + LOW,
                        new Meaning(
                                "Odds ratio, lower bound",
                                "The lower end of Woolf's 95 % interval of the odds ratio.",
                                interval.replace('∓', '−'),
                                noInterval),
                        ratio),
                score(
                        name + HIGH,
                        new Meaning(
                                "Odds ratio, upper bound",
                                "The upper end of Woolf's 95 % interval of the odds ratio.",
                                interval.replace('∓', '+'),
                                noInterval),
                        ratio));
    }

    private static List<Score> sampleRatio() {
        String never = "unless two arms have interactions";
        return List.of(
                score(
                        "sample_ratio_stat",
                        new Meaning(
                                "Sample ratio",
                                "How far the numbers of interactions of the arms stray from equal shares; it says nothing where"
                                        + " other shares were meant.",
                                "Σ (nₐ − n/k)² / (n/k) over the k arms",
                                never),
                        number(Direction.NEUTRAL, OptionalDouble.empty())),
                score(
                        "sample_ratio_p_val",
                        new Meaning(
                                "Sample ratio p-value",
                                "How often chance alone would set the sizes of equally large arms at least this far apart;"
                                        + " below 0.001 the assignment is to be checked before anything else.",
                                "Q((k − 1) / 2, sample_ratio_stat / 2)",
                                never),
                        new Display(Format.P_VALUE, "", Direction.NEUTRAL, OptionalDouble.empty())));
    }

    private static List<Score> behind() {
        return List.of(
                score(
                        CONTROL,
                        new Meaning("Control", "The arm the others are compared with.", "name of the arm", ""),
                        new Display(Format.TEXT, "", Direction.NEUTRAL, OptionalDouble.empty())),
                score(
                        ARMS,
                        new Meaning(
                                "Arms",
                                "Every arm with its interactions, its rate and Wilson's 95 % interval of it.",
                                "P / (P + N) of each arm",
                                ""),
                        new Display(Format.TABLE, "", Direction.NEUTRAL, OptionalDouble.empty())),
                score(
                        PAIRS,
                        new Meaning(
                                "Pairs",
                                "Every other arm against the control: z with its p-value, also adjusted after Holm, the"
                                        + " difference of the rates and the odds ratio with 95 % intervals.",
                                "as z_score and the odds ratio, for each pair",
                                ""),
                        new Display(Format.TABLE, "", Direction.NEUTRAL, OptionalDouble.empty())),
                score(
                        NOTE,
                        new Meaning(
                                "Note",
                                "What to bear in mind: empty arms, small counts, counts of 0, p-values too small for a"
                                        + " number.",
                                "in words",
                                "when there is nothing to say"),
                        new Display(Format.TEXT, "", Direction.NEUTRAL, OptionalDouble.empty())));
    }

    private static Score score(String name, Meaning meaning, Display display) {
        return new Score(name, Family.EXPERIMENT, meaning, display);
    }

    private static Display number(Direction direction, OptionalDouble centre) {
        return new Display(Format.NUMBER, "", direction, centre);
    }
}
