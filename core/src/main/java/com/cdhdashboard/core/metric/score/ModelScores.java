package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import com.cdhdashboard.stats.hypothesis.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the scores of models mean. */
public final class ModelScores {
    /** Scores made from {@code Summary.ScoreCounts}. */
    public static final List<String> CURVE_SCORES = List.of(
            "roc_auc",
            "roc_auc_Low",
            "roc_auc_High",
            "average_precision",
            "average_precision_Low",
            "average_precision_High");
    /** Scores made from {@code Summary.ItemLists}. */
    public static final List<String> LIST_SCORES = List.of("personalization", "novelty", "Lists");

    /** With fewer positives, or negatives, an AUC has no interval. */
    static final int FEWEST_OF_A_CLASS = 20;

    private static final String TOO_FEW = "unless there are " + FEWEST_OF_A_CLASS + " positive and " + FEWEST_OF_A_CLASS
            + " negative responses with a score, or where the scores separate them perfectly or not at all";
    private static final String ONE_CLASS = "unless there are positive and negative responses with a score";
    private static final String NO_PAIRS = "unless there are two lists or more";

    private ModelScores() {}

    static List<Score> list() {
        return Stream.of(ResponseScores.counts(Family.MODEL_ML_SCORES), area(), precision(), lists())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The logit interval of an area with DeLong's error: logistic(ln(A/(1−A)) ± z·error/(A·(1−A))). Undefined with fewer than
     * {@link #FEWEST_OF_A_CLASS} of either class, of which errors are too rough, and where the error is 0: scores that tell the
     * classes apart perfectly, or not at all, say nothing of their own error. Source: M. Pepe, The Statistical Evaluation of
     * Medical Tests for Classification and Prediction, 2003, section 5.2.4.
     */
    public static Interval areaInterval(double area, double error, double positives, double negatives) {
        boolean enough = Math.min(positives, negatives) >= FEWEST_OF_A_CLASS;
        if (!(enough && error > 0 && area > 0 && area < 1)) {
            return Interval.UNDEFINED;
        }
        double logit = Math.log(area) - Math.log1p(-area);
        double half = Interval.Z_95 * error / (area * (1 - area));
        return new Interval(logistic(logit - half), logistic(logit + half));
    }

    /**
     * The logit interval of average precision: logistic(η ± z/√(P·AP(1−AP))), η = ln(AP/(1−AP)). Source: K. Boyd, K. Eng, D. Page,
     * ECML PKDD 2013, doi:10.1007/978-3-642-40994-3_29.
     */
    public static Interval precisionInterval(double precision, double positives) {
        if (!(precision > 0 && precision < 1 && positives > 0)) {
            return Interval.UNDEFINED;
        }
        double logit = Math.log(precision) - Math.log1p(-precision);
        double half = Interval.Z_95 / Math.sqrt(positives * precision * (1 - precision));
        return new Interval(logistic(logit - half), logistic(logit + half));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static List<Score> area() {
        String interval = "logistic(ln(AUC / (1 − AUC)) ∓ z·SE / (AUC·(1 − AUC))), SE by DeLong, z = 1.96";
        return List.of(
                index(
                        "roc_auc",
                        new Meaning(
                                "AUC",
                                "The probability that the model scores a positive response above a negative one; 0.5 is no"
                                        + " better than chance, below it the ranking is upside down.",
                                "P(s₊ > s₋) + ½·P(s₊ = s₋)",
                                ONE_CLASS),
                        OptionalDouble.of(0.5)),
                index(
                        "roc_auc_Low",
                        new Meaning(
                                "AUC, lower bound",
                                "The lower end of the 95 % logit interval of the AUC, with the error by DeLong.",
                                interval.replace('∓', '−'),
                                TOO_FEW),
                        OptionalDouble.of(0.5)),
                index(
                        "roc_auc_High",
                        new Meaning(
                                "AUC, upper bound",
                                "The upper end of the 95 % logit interval of the AUC, with the error by DeLong.",
                                interval.replace('∓', '+'),
                                TOO_FEW),
                        OptionalDouble.of(0.5)));
    }

    private static List<Score> precision() {
        String interval = "logistic(ln(AP / (1 − AP)) ∓ z / √(P·AP·(1 − AP))), z = 1.96";
        return List.of(
                index(
                        "average_precision",
                        new Meaning(
                                "Average precision",
                                "The share of positive responses among the highest scores, averaged over all positives;"
                                        + " a model that knows nothing has the share of positives.",
                                "Σ (Rᵢ − Rᵢ₋₁)·Pᵢ over the distinct scores, R recall, P precision",
                                ONE_CLASS),
                        OptionalDouble.empty()),
                index(
                        "average_precision_Low",
                        new Meaning(
                                "Average precision, lower bound",
                                "The lower end of the 95 % logit interval of average precision.",
                                interval.replace('∓', '−'),
                                ONE_CLASS + ", or where it is 1"),
                        OptionalDouble.empty()),
                index(
                        "average_precision_High",
                        new Meaning(
                                "Average precision, upper bound",
                                "The upper end of the 95 % logit interval of average precision.",
                                interval.replace('∓', '+'),
                                ONE_CLASS + ", or where it is 1"),
                        OptionalDouble.empty()));
    }

    private static List<Score> lists() {
        return List.of(
                index(
                        "personalization",
                        new Meaning(
                                "Personalization",
                                "How different the lists of actions are that customers are shown: 0 where all are alike, 1"
                                        + " where no two share an action.",
                                "1 − (Σᵢ wᵢ² − n) / (n·(n − 1)), wᵢ = Σ 1/√|L| over the lists with action i",
                                NO_PAIRS),
                        OptionalDouble.empty()),
                new Score(
                        "novelty",
                        Family.MODEL_ML_SCORES,
                        new Meaning(
                                "Novelty",
                                "How surprising the actions are that customers are shown, in bits: rare actions surprise"
                                        + " more.",
                                "(1/n) Σ over lists of the mean of −log₂(nᵢ/n) over their actions",
                                NO_PAIRS),
                        new Display(Format.NUMBER, "bits", Direction.HIGHER_IS_BETTER, OptionalDouble.empty())),
                new Score(
                        "Lists",
                        Family.MODEL_ML_SCORES,
                        new Meaning(
                                "Lists",
                                "The number of lists: the actions one customer was shown on one day, in one cell.",
                                "n",
                                ""),
                        ResponseScores.count("lists", Direction.NEUTRAL)));
    }

    private static Score index(String name, Meaning meaning, OptionalDouble centre) {
        return new Score(
                name,
                Family.MODEL_ML_SCORES,
                meaning,
                new Display(Format.INDEX, "", Direction.HIGHER_IS_BETTER, centre));
    }
}
