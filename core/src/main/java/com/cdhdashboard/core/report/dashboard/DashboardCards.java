package com.cdhdashboard.core.report.dashboard;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.data.Change;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cards of the dashboard. Each stands alone: what it lacks is said on it and does not touch the others. */
final class DashboardCards {
    private DashboardCards() {}

    /** A card before its data: which score of which family. */
    enum Kind {
        CONVERSION_RATE(Family.CONVERSION, "ConversionRate"),
        CLICK_THROUGH_RATE(Family.ENGAGEMENT, "CTR"),
        CONVERSIONS(Family.CONVERSION, "Conversions"),
        MODEL_AUC(Family.MODEL_ML_SCORES, "roc_auc", "average_precision"),
        PERSONALIZATION(Family.MODEL_ML_SCORES, "personalization", "novelty");

        private final Family family;
        private final String score;
        private final List<String> beside;

        Kind(Family family, String score, String... beside) {
            this.family = family;
            this.score = score;
            this.beside = List.of(beside);
        }

        /** The data for this card alone: what other scores need is not asked for. */
        private ReportData narrow(ReportData data) {
            return beside.isEmpty()
                    ? data
                    : data.narrowed(
                            Optional.empty(),
                            Stream.concat(Stream.of(score), beside.stream()).toList());
        }

        Family family() {
            return family;
        }

        KpiCard.Subject of(String metric) {
            return new KpiCard.Subject(metric, score, List.of());
        }
    }

    static KpiCard draw(Kind kind, ReportData all) {
        ReportData data = kind.narrow(all);
        ScoredRows total = data.rows(List.of());
        Score score = data.score(kind.score);
        if (!(total.number(0, ReportData.COUNT) > 0)) {
            return empty(kind, data.noRows());
        }
        Trend trend = new Trend(data);
        Optional<Compared> comparison = trend.comparison().map(Compared::of);
        Optional<Change> change = comparison.flatMap(compared ->
                Change.of(data, score, new Change.Row(compared.latest(), 0), new Change.Row(compared.before(), 0)));
        return new KpiCard(
                score.title(),
                value(data, score, total),
                Optional.of(secondary(kind, data, total)),
                change.map(Change::text),
                Optional.of(comparison
                        .map(compared -> compared.meaning(new ScoreText(data, score.name()), total, change))
                        .orElseGet(trend::noComparison)),
                change.flatMap(Change::better),
                trend.rows().map(rows -> Sparkline.of(data, rows, score.name(), kind == Kind.CONVERSIONS)),
                Explanation.of(score, total.numbersOf(0)).text()
                        + comparison
                                .map(compared ->
                                        " Compared: " + compared.periods().dates() + ".")
                                .orElse(""),
                Double.isFinite(total.number(0, score.name()))
                        ? Optional.empty()
                        : Optional.of(data.notAvailable(score.name(), 1)));
    }

    /** Two periods with their numbers. */
    private record Compared(Trend.Comparison periods, ScoredRows latest, ScoredRows before) {
        static Compared of(Trend.Comparison periods) {
            return new Compared(
                    periods, periods.latest().rows(), periods.before().rows());
        }

        /** Both numbers that the change lies between, and which the large number is of where it is neither. */
        String meaning(ScoreText text, ScoredRows total, Optional<Change> change) {
            String now = text.value(latest, 0) + " " + periods.latest().text();
            String then = text.value(before, 0) + " " + periods.before().text();
            String chance = change.filter(Change::withinChance)
                    .map(found -> ", within chance")
                    .orElse("");
            return periods.all()
                    .map(all -> now + ", " + then + chance + "; " + text.value(total, 0) + " in " + all)
                    .orElseGet(() -> "against " + then + chance);
        }
    }

    static KpiCard empty(Kind kind, String reason) {
        Score score = Scores.find(kind.family, kind.score).orElseThrow();
        return new KpiCard(
                score.title(),
                NumberText.NOT_AVAILABLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Explanation.of(score).text(),
                Optional.of(reason));
    }

    private static String value(ReportData data, Score score, ScoredRows total) {
        return new ScoreText(data, score.name()).value(total, 0);
    }

    private static String secondary(Kind kind, ReportData data, ScoredRows total) {
        return switch (kind) {
            case CONVERSION_RATE -> "Revenue " + NumberText.of(total.number(0, "Revenue"), Format.MONEY);
            case CLICK_THROUGH_RATE -> lift(data, total);
            case CONVERSIONS -> "Average touchpoints " + NumberText.of(total.number(0, "AvgTouchpoints"), Format.RATIO);
            case MODEL_AUC -> "Average precision " + new ScoreText(data, "average_precision").value(total, 0);
            case PERSONALIZATION -> "Novelty " + new ScoreText(data, "novelty").value(total, 0);
        };
    }

    private static String lift(ReportData data, ScoredRows total) {
        if (!Double.isFinite(total.number(0, "Lift"))) {
            return "Lift " + NumberText.NOT_AVAILABLE + " (needs a test and a control arm)";
        }
        return "Lift " + new ScoreText(data, "Lift").value(total, 0) + ", "
                + NumberText.pValue(total.number(0, "Lift_P_Val"));
    }
}
