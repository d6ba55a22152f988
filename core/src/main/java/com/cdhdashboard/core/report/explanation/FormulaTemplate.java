package com.cdhdashboard.core.report.explanation;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.metric.score.Score;
import java.util.Map;
import java.util.Optional;

/**
 * Formulas with places for numbers, each named after the score or the sum it takes. Only scores whose formula needs
 * nothing but other numbers of the same row have one.
 */
final class FormulaTemplate {
    private static final String WILSON =
            "({Positives} + 1.96²/2 ∓ 1.96·√({Positives}·{Negatives}/{Count} + 1.96²/4)) / ({Count} + 1.96²)";
    private static final String TEST_COUNT = "({TestPositives} + {TestNegatives})";
    private static final String CONTROL_COUNT = "({ControlPositives} + {ControlNegatives})";
    private static final String KATZ = "exp(ln(1 + {Lift}) ∓ 1.96·√(1/{TestPositives} − 1/" + TEST_COUNT
            + " + 1/{ControlPositives} − 1/" + CONTROL_COUNT + ")) − 1";
    /** What a formula says after its numbers starts so. */
    static final String REMARK = "; ";

    private static final String POOLED_ERROR =
            " / √(p·(1 − p)·(1/%s + 1/%s))" + REMARK + "p: the rate of both arms together";

    private static final Map<String, String> OF_RESPONSES = Map.ofEntries(
            Map.entry("Count", "{Positives} + {Negatives}"),
            Map.entry("CTR", "{Positives} / ({Positives} + {Negatives})"),
            Map.entry("CTR_Low", WILSON.replace('∓', '−')),
            Map.entry("CTR_High", WILSON.replace('∓', '+')),
            Map.entry(
                    "Lift",
                    "({TestPositives} / " + TEST_COUNT + ") / ({ControlPositives} / " + CONTROL_COUNT + ") − 1"),
            Map.entry("Lift_Low", KATZ.replace('∓', '−')),
            Map.entry("Lift_High", KATZ.replace('∓', '+')),
            Map.entry(
                    "Lift_Z_Score",
                    "({TestPositives}/" + TEST_COUNT + " − {ControlPositives}/" + CONTROL_COUNT + ")"
                            + POOLED_ERROR.formatted(TEST_COUNT, CONTROL_COUNT)),
            Map.entry("Lift_P_Val", "erfc(|{Lift_Z_Score}| / √2)"),
            Map.entry("ConversionRate", "{Positives} / ({Positives} + {Negatives})"),
            Map.entry("ConversionRate_Low", WILSON.replace('∓', '−')),
            Map.entry("ConversionRate_High", WILSON.replace('∓', '+')),
            Map.entry("AvgTouchpoints", "{Touchpoints} / {Conversions}"),
            Map.entry("observed_rate", "{Positives} / {Count}"));

    private static final Map<String, String> OF_ARMS = Map.of(
            "Count", "{Positives} + {Negatives}",
            "z_score",
                    "({treatment_rate} − {control_rate})"
                            + POOLED_ERROR.formatted("{treatment_Count}", "{control_Count}"),
            "z_p_val", "erfc(|{z_score}| / √2)",
            "rate_difference", "{treatment_rate} − {control_rate}",
            "odds_ratio", "({treatment_rate} / (1 − {treatment_rate})) / ({control_rate} / (1 − {control_rate}))");

    private static final Map<String, String> OF_CUSTOMERS = Map.of(
            "days_since_last", "{tenure} − {recency}",
            "rfm_score", "({r_quartile} + {f_quartile} + {m_quartile}) / 3",
            "mean_lifetime_value", "{lifetime_value} / {customers_count}");

    private static final Map<String, String> OF_COLUMNS = Map.of(
            "Mean", "{*_Sum} / {*_Count}",
            "Std", "√{*_Var}",
            "Skew", "({*_p75} + {*_p25} − 2·{*_Median}) / ({*_p75} − {*_p25})");

    private FormulaTemplate() {}

    static Optional<String> of(Score score) {
        return switch (score.family()) {
            case ENGAGEMENT, CONVERSION, MODEL_ML_SCORES -> ofResponses(score);
            case EXPERIMENT -> Optional.ofNullable(OF_ARMS.get(score.name()));
            case DESCRIPTIVE -> ofColumn(score);
            case CLV -> Optional.ofNullable(OF_CUSTOMERS.get(score.name()));
        };
    }

    private static Optional<String> ofResponses(Score score) {
        if (score.name().equals("StdErr")) {
            String rate = score.family() == Family.CONVERSION ? "{ConversionRate}" : "{CTR}";
            return Optional.of("√(" + rate + "·(1 − " + rate + ") / {Count})");
        }
        return Optional.ofNullable(OF_RESPONSES.get(score.name()));
    }

    private static Optional<String> ofColumn(Score score) {
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
