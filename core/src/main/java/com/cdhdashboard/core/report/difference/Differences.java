package com.cdhdashboard.core.report.difference;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.ShownNumber;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.report.Difference;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreGroups;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The numbers of the dashboard in both definitions, of the first metric of each family. */
public final class Differences {
    /** Of more, the finest groups are too many to be read for one page. */
    private static final double MOST_INTERACTIONS = 20_000_000;

    private static final String TOO_MANY =
            "Not worked out: it needs every group of the finest grain, and there are more than 20 million interactions.";
    private static final String ROWS =
            " The prototype also counts every row that the winning response of an interaction"
                    + " has, where one is counted here; rows that do not count are not kept, so what they change cannot be told.";

    private final List<Metric> metrics;
    private final BiFunction<Metric, List<Filter>, ReportData> source;

    /** @param source gives the data of a metric, or throws why there are none */
    public Differences(List<Metric> metrics, BiFunction<Metric, List<Filter>, ReportData> source) {
        this.metrics = List.copyOf(metrics);
        this.source = source;
    }

    public List<Difference> list() {
        return List.of(
                difference(Topic.CTR, data -> rate(data, "CTR")),
                difference(Topic.CONVERSION_RATE, data -> rate(data, "ConversionRate")),
                difference(Topic.CONVERSIONS, Differences::conversions),
                difference(Topic.AUC, Differences::area),
                difference(Topic.PERSONALIZATION, data -> Figure.none(Topic.LISTS)));
    }

    /** What is compared, and what it is in both programs. */
    private enum Topic {
        CTR(
                Family.ENGAGEMENT,
                "CTR",
                "Positives of all interactions. An interaction counts once, and every group counts.",
                "Positives of all rows. Finest groups without negatives are left out before summing."),
        CONVERSION_RATE(
                Family.CONVERSION,
                "ConversionRate",
                "Interactions that converted, of all interactions. Every group counts.",
                "Positives of all rows. Finest groups without negatives are dropped when data are stored."),
        CONVERSIONS(
                Family.CONVERSION,
                "Conversions",
                "Conversion events: an event that several interactions led to is shared between them, and counts once.",
                "All rows with a positive response, so that an event counts as often as it has interactions."),
        AUC(
                Family.MODEL_ML_SCORES,
                "roc_auc",
                "The share of pairs that the model ranks rightly, ties half, from the counts at each score.",
                "The area below a curve of 101 thresholds from 0.00 to 1.00, which does not reach (1, 1)."),
        PERSONALIZATION(
                Family.MODEL_ML_SCORES,
                "personalization",
                "One less the mean likeness of any two lists of actions, over all lists.",
                "Means of the finest groups weighted by their rows; large groups are judged by a part of their lists.");

        private static final String LISTS =
                "Cannot be worked out: which lists the prototype takes depends on the order of rows in the files, and cubes"
                        + " have none.";

        private final Family family;
        private final String score;
        private final String here;
        private final String there;

        Topic(Family family, String score, String here, String there) {
            this.family = family;
            this.score = score;
            this.here = here;
            this.there = there;
        }
    }

    /** The prototype's figure; undefined where there is none. */
    private record Figure(double value, String remark) {
        static Figure none(String reason) {
            return new Figure(Double.NaN, reason);
        }
    }

    private Difference difference(Topic topic, Function<ReportData, Figure> there) {
        Optional<Metric> first = metrics.stream()
                .filter(metric -> metric.family() == topic.family)
                .findFirst();
        Score score = Scores.find(topic.family, topic.score).orElseThrow();
        if (first.isEmpty()) {
            return said(topic, score, "No metric of the family " + topic.family.prefix() + " is configured.");
        }
        try {
            ReportData data = source.apply(first.get(), List.of());
            ScoredRows all =
                    data.narrowed(Optional.empty(), List.of(topic.score)).rows(List.of());
            ScoreText text = new ScoreText(data, topic.score);
            Figure figure = there.apply(data);
            double halfWidth = (text.high(all, 0) - text.low(all, 0)) / 2;
            return new Difference(
                    topic.score,
                    score.title(),
                    topic.here,
                    topic.there,
                    text.value(all, 0),
                    ShownNumber.of(figure.value(), score.format(), halfWidth).text(),
                    figure.remark());
        } catch (UserException noData) {
            return said(topic, score, String.valueOf(noData.getMessage()));
        }
    }

    private static Difference said(Topic topic, Score score, String why) {
        return new Difference(
                topic.score,
                score.title(),
                topic.here,
                topic.there,
                NumberText.NOT_AVAILABLE,
                NumberText.NOT_AVAILABLE,
                why);
    }

    private static Figure rate(ReportData data, String score) {
        return kept(data, score)
                .map(kept ->
                        new Figure(kept.positives() / (kept.positives() + kept.negatives()), kept.leftOut() + ROWS))
                .orElseGet(() -> Figure.none(TOO_MANY));
    }

    private static Figure conversions(ReportData data) {
        return kept(data, "Conversions")
                .map(kept -> new Figure(kept.positives(), kept.leftOut() + ROWS))
                .orElseGet(() -> Figure.none(TOO_MANY));
    }

    private static Figure area(ReportData data) {
        if (!(data.metric() instanceof ModelScoresMetric models)
                || models.counts().averaged()) {
            return Figure.none("Not worked out: with use_t_digest = false no counts by score are kept.");
        }
        ScoreGroups groups = new ScoreGroups(data.scoreCounts(List.of(), models.counts()), List.of());
        return new Figure(
                SteppedArea.of(groups.of(List.of())),
                "Of the same interactions, by those thresholds. Digests of the prototype and its rows that count twice are"
                        + " not in it.");
    }

    /** What is left of the finest groups once those without negatives are dropped. */
    private record Kept(double positives, double negatives, long groups, double dropped) {
        String leftOut() {
            return groups == 0
                    ? "No group is without negatives, so none is left out."
                    : "Of the same interactions: " + NumberText.count(groups)
                            + (groups == 1 ? " group" : " groups") + " without negatives, with "
                            + NumberText.count((long) dropped) + " positives, left out.";
        }
    }

    private static Optional<Kept> kept(ReportData data, String score) {
        ReportData narrow = data.narrowed(Optional.empty(), List.of(score));
        if (!(narrow.rows(List.of()).number(0, ReportData.COUNT) <= MOST_INTERACTIONS)) {
            return Optional.empty();
        }
        ScoredRows cells = narrow.rows(data.metric().grain().stream()
                .filter(name -> data.schema().dimension(name).isPresent())
                .toList());
        double positives = 0;
        double negatives = 0;
        double dropped = 0;
        long groups = 0;
        for (int row = 0; row < cells.size(); row++) {
            double lost = cells.number(row, Responses.NEGATIVES);
            double won = cells.number(row, Responses.POSITIVES);
            positives += lost > 0 ? won : 0;
            negatives += lost;
            dropped += lost > 0 ? 0 : won;
            groups += lost > 0 ? 0 : 1;
        }
        return Optional.of(new Kept(positives, negatives, groups, dropped));
    }
}
