package com.cdhdashboard.core.metric.score;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the scores of conversion mean. */
final class ConversionScores {
    private ConversionScores() {}

    static List<Score> list() {
        return Stream.of(
                        ResponseScores.counts(Family.CONVERSION),
                        ResponseScores.rate(
                                Family.CONVERSION,
                                "ConversionRate",
                                "Conversion rate",
                                "The share of interactions that led to a conversion."),
                        value())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Score> value() {
        return List.of(
                new Score(
                        "Revenue",
                        Family.CONVERSION,
                        new Meaning(
                                "Revenue",
                                "The revenue of all counted interactions, in the currency of the data.",
                                "Σ Revenue",
                                ""),
                        new Display(Format.MONEY, "", Direction.HIGHER_IS_BETTER, OptionalDouble.empty())),
                new Score(
                        "Touchpoints",
                        Family.CONVERSION,
                        new Meaning(
                                "Touchpoints", "The number of interactions that contributed to a conversion.", "P", ""),
                        ResponseScores.count("touchpoints", Direction.NEUTRAL)),
                new Score(
                        "Conversions",
                        Family.CONVERSION,
                        new Meaning(
                                "Conversions",
                                "The number of conversion events. An event with several touchpoints is shared equally"
                                        + " among them, so a part of the data may hold a fraction of it.",
                                "Σ 1/nₑ over the touchpoints, nₑ = touchpoints of the event",
                                ""),
                        new Display(Format.NUMBER, "conversions", Direction.HIGHER_IS_BETTER, OptionalDouble.empty())),
                new Score(
                        "AvgTouchpoints",
                        Family.CONVERSION,
                        new Meaning(
                                "Touchpoints per conversion",
                                "How many interactions a conversion took on average.",
                                "Touchpoints / Conversions",
                                "when there are no conversions"),
                        new Display(
                                Format.RATIO,
                                "touchpoints per conversion",
                                Direction.LOWER_IS_BETTER,
                                OptionalDouble.empty())));
    }
}
