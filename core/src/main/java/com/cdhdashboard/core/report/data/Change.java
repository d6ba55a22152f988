package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.stats.hypothesis.Interval;
import java.util.Optional;

/**
 * The difference of two periods.
 *
 * @param better empty also where no interval tells whether it is more than chance
 */
public record Change(String text, Optional<Boolean> better, boolean withinChance) {
    /** A precision by which differences have the decimals of what they are differences of. */
    private static final double AS_INDICES = 0.002;

    /** One row of several. */
    public record Row(ScoredRows rows, int at) {
        double number(String score) {
            return rows.number(at, score);
        }
    }

    /** Of two rows, each of its own period; empty where one of them has no number. */
    public static Optional<Change> of(ReportData data, Score score, Row latest, Row before) {
        double now = latest.number(score.name());
        double then = before.number(score.name());
        boolean relative = !data.isRate(score.name()) && score.format() != Format.INDEX;
        if (!Double.isFinite(now) || !Double.isFinite(then) || (relative && !(then > 0))) {
            return Optional.empty();
        }
        Interval chance = difference(new ScoreText(data, score.name()), latest, before);
        boolean beyondChance = chance.low() > 0 || chance.high() < 0;
        String text = text(data, score, relative ? now / then - 1 : now - then, chance);
        // A change too small to be written is none.
        boolean written = text.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
        boolean directed = score.display().direction() != Direction.NEUTRAL && written && beyondChance;
        return Optional.of(new Change(
                text,
                directed ? Optional.of((now > then) == score.higherIsBetter()) : Optional.empty(),
                chance.isDefined() && !beyondChance));
    }

    private static String text(ReportData data, Score score, double change, Interval chance) {
        if (!data.isRate(score.name()) && score.format() != Format.INDEX) {
            return NumberText.relativeChange(change);
        }
        Format format = data.isRate(score.name()) ? Format.PERCENT : Format.INDEX;
        double halfWidth =
                chance.isDefined() || format == Format.PERCENT ? (chance.high() - chance.low()) / 2 : AS_INDICES;
        return NumberText.difference(change, format, halfWidth);
    }

    private static Interval difference(ScoreText text, Row latest, Row before) {
        return Interval.ofDifference(
                latest.number(text.name()), interval(text, latest), before.number(text.name()), interval(text, before));
    }

    private static Interval interval(ScoreText text, Row row) {
        return new Interval(text.low(row.rows(), row.at()), text.high(row.rows(), row.at()));
    }
}
