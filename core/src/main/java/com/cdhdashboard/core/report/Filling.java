package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.metric.Score;
import java.util.Map;
import java.util.Optional;

/**
 * Formulas with places for numbers, each named after the score it takes. Only scores whose formula needs nothing but
 * other scores of the same row have one.
 */
final class Filling {
    private static final String WILSON =
            "({Positives} + 1.96²/2 ∓ 1.96·√({Positives}·{Negatives}/{Count} + 1.96²/4)) / ({Count} + 1.96²)";
    private static final Map<String, String> OF_RESPONSES = Map.ofEntries(
            Map.entry("Count", "{Positives} + {Negatives}"),
            Map.entry("CTR", "{Positives} / ({Positives} + {Negatives})"),
            Map.entry("CTR_Low", WILSON.replace('∓', '−')),
            Map.entry("CTR_High", WILSON.replace('∓', '+')),
            Map.entry("ConversionRate", "{Positives} / ({Positives} + {Negatives})"),
            Map.entry("ConversionRate_Low", WILSON.replace('∓', '−')),
            Map.entry("ConversionRate_High", WILSON.replace('∓', '+')),
            Map.entry("AvgTouchpoints", "{Touchpoints} / {Conversions}"));
    private static final Map<String, String> OF_COLUMNS = Map.of(
            "Mean", "{*_Sum} / {*_Count}",
            "Std", "√{*_Var}",
            "Skew", "({*_p75} + {*_p25} − 2·{*_Median}) / ({*_p75} − {*_p25})");

    private Filling() {}

    static Optional<String> of(Score score) {
        if (score.name().equals("StdErr")) {
            String rate = score.family() == Family.CONVERSION ? "{ConversionRate}" : "{CTR}";
            return Optional.of("√(" + rate + "·(1 − " + rate + ") / {Count})");
        }
        if (score.family() != Family.DESCRIPTIVE) {
            return Optional.ofNullable(OF_RESPONSES.get(score.name()));
        }
        return property(score)
                .flatMap(column -> Optional.ofNullable(
                                OF_COLUMNS.get(score.name().substring(column.length() + 1)))
                        .map(template -> template.replace("*", column)));
    }

    /** The column that a score describes. */
    static Optional<String> property(Score score) {
        int end = score.name().lastIndexOf('_');
        return score.family() == Family.DESCRIPTIVE && end > 0
                ? Optional.of(score.name().substring(0, end))
                : Optional.empty();
    }
}
