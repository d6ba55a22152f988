package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.List;
import java.util.Optional;

/** One table below {@code [metrics]}; the prefix of its name decides the family. */
public sealed interface MetricConfig {
    /** What every family has. */
    Common common();

    default String name() {
        return common().name();
    }

    /**
     * The keys of every family.
     *
     * @param groupBy as configured, without the global filters
     * @param scores the scores offered in menus, in order
     */
    record Common(
            String name, Position position, List<String> groupBy, Optional<SourceText> filter, List<String> scores) {
        public Common {
            requireNonNull(name, "name");
            requireNonNull(position, "position");
            groupBy = List.copyOf(groupBy);
            requireNonNull(filter, "filter");
            scores = List.copyOf(scores);
        }
    }

    /** The {@code Outcome} values that count as success, and those that count as the rest of the population. */
    record Responses(List<String> positive, List<String> negative) {
        public Responses {
            positive = List.copyOf(positive);
            negative = List.copyOf(negative);
        }
    }

    /** A metric that counts interactions by their outcome. */
    sealed interface OfOutcomes extends MetricConfig {
        Responses responses();
    }

    record Engagement(Common common, Responses responses, String controlGroup) implements OfOutcomes {
        public static final String DEFAULT_CONTROL_GROUP = "Control";
    }

    record Conversion(Common common, Responses responses) implements OfOutcomes {}

    record ModelScores(Common common, Responses responses, boolean useTDigest) implements OfOutcomes {}

    record Descriptive(Common common, List<String> columns, boolean useTDigest) implements MetricConfig {
        public Descriptive {
            columns = List.copyOf(columns);
        }
    }

    record Experiment(
            Common common,
            Responses responses,
            String experimentName,
            String experimentGroup,
            Optional<String> controlGroup)
            implements OfOutcomes {}

    record Clv(Common common, ClvColumns columns, ClvModel model) implements MetricConfig {}

    /** The columns of product holdings that customer lifetime value reads. */
    record ClvColumns(
            String orderId,
            String customerId,
            String monetaryValue,
            String purchaseDate,
            String recurringPeriod,
            String recurringCost) {}

    /**
     * How value is counted.
     *
     * @param lifespan years before the end of observation
     * @param observationEnd a date; absent: the latest purchase
     * @param segments how customers are named
     */
    record ClvModel(boolean contractual, int lifespan, Optional<String> observationEnd, RfmSegments segments) {
        public static final int DEFAULT_LIFESPAN = 2000;

        public ClvModel {
            requireNonNull(observationEnd, "observationEnd");
            requireNonNull(segments, "segments");
        }
    }
}
