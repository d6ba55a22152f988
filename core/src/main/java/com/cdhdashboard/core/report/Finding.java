package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.period.ComparedPeriods;
import java.util.Optional;

/**
 * A change of a rate against the preceding period that is more than chance, in one sentence.
 *
 * @param group whose rate it is; empty: of all interactions
 * @param good whether the change is good news
 * @param headline such as {@code Click-through rate rose from 4.6 % to 5.2 % (Channel: Web)}
 * @param evidence the difference with its interval, the interactions of both periods and the p-value
 * @param periods the days or months compared
 * @param days the periods, where they are known by days
 */
public record Finding(
        String metric,
        String score,
        Optional<Filter> group,
        boolean good,
        String headline,
        String evidence,
        String periods,
        Optional<ComparedPeriods> days) {
    public Finding {
        requireNonNull(metric, "metric");
        requireNonNull(score, "score");
        requireNonNull(group, "group");
        requireNonNull(headline, "headline");
        requireNonNull(evidence, "evidence");
        requireNonNull(periods, "periods");
        requireNonNull(days, "days");
    }
}
