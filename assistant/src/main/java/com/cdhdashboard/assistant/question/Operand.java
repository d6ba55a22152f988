package com.cdhdashboard.assistant.question;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.RowNumbers;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Optional;

/** One number of the data with the question that it answers. */
public record Operand(MetricQuestion question, Score score, Table answer) {
    public Operand {
        requireNonNull(question, "question");
        requireNonNull(score, "score");
        requireNonNull(answer, "answer");
    }

    public static Operand of(Snapshot now, Arguments arguments) {
        MetricQuestion question = MetricQuestion.of(now, arguments);
        Table answer = question.answer(now);
        if (answer.rows().size() != 1) {
            throw new UserException("operands: " + question.sentence() + " has "
                    + answer.rows().size() + " numbers, one a group; filter to one of them");
        }
        Score score = question.metric().scores().stream()
                .filter(each -> each.name().equals(question.scores().get(0)))
                .findFirst()
                .orElseThrow();
        return new Operand(question, score, answer);
    }

    /** NaN where it is not available. */
    public double value() {
        return number(score.name());
    }

    private double number(String name) {
        ScoredRows rows = new ScoredRows(answer);
        return rows.hasColumn(name) ? rows.number(0, name) : Double.NaN;
    }

    private Interval interval() {
        double low = number(score.name() + "_Low");
        double high = number(score.name() + "_High");
        return Double.isFinite(low) && Double.isFinite(high) ? new Interval(low, high) : Interval.UNDEFINED;
    }

    /** The interval of the difference; undefined unless both have one and no interaction counts in both. */
    public Interval difference(Operand other) {
        return isApart(other)
                ? Interval.ofDifference(value(), interval(), other.value(), other.interval())
                : Interval.UNDEFINED;
    }

    private boolean isApart(Operand other) {
        Optional<Period> mine = question.period();
        Optional<Period> others = other.question.period();
        boolean inTime = mine.isPresent() && others.isPresent() && !mine.get().overlaps(others.get());
        return score.name().equals(other.score.name())
                && (inTime
                        || question.filters().stream()
                                .anyMatch(
                                        one -> other.question.filters().stream().anyMatch(two -> areApart(one, two))));
    }

    /** Whether no row passes both. */
    private static boolean areApart(Filter one, Filter other) {
        return one instanceof Filter.In first
                && other instanceof Filter.In second
                && first.dimension().equals(second.dimension())
                && (first.negated() != second.negated()
                        ? first.values().equals(second.values())
                        : !first.negated() && Collections.disjoint(first.values(), second.values()));
    }

    public ObjectNode json(Snapshot now) {
        ObjectNode object = Content.object().put("question", question.sentence());
        object.put("score", score.name());
        object.set("value", Content.number(value()));
        if (Double.isFinite(value())) {
            ScoredRows rows = new ScoredRows(answer);
            object.put(
                    "shown",
                    RowNumbers.of(score.name(), score.format(), rows.numbersOf(0))
                            .text());
        }
        Interval interval = interval();
        if (interval.isDefined()) {
            object.put("value_Low", interval.low()).put("value_High", interval.high());
        }
        String count = ScoreNames.countOf(score.name());
        if (new ScoredRows(answer).hasColumn(count)) {
            object.set("Count", Content.cell(new ScoredRows(answer).value(0, count)));
        }
        Addresses.question(now, question).ifPresent(page -> object.put("page", page));
        return object;
    }
}
