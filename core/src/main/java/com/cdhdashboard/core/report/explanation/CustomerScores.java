package com.cdhdashboard.core.report.explanation;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Score.Direction;
import com.cdhdashboard.core.metric.score.Score.Display;
import com.cdhdashboard.core.metric.score.Score.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the numbers in tables of customers mean: of a customer, of groups of customers, and of models. */
final class CustomerScores {
    private static final String ONE_PURCHASE = "with one purchase";

    private static final List<Score> OF_CUSTOMERS = List.of(
            count(
                    "frequency",
                    "Frequency",
                    "The days with a purchase after the first one.",
                    "days with a purchase − 1"),
            count("recency", "Recency", "The days from the first purchase to the last.", "last − first purchase"),
            count("tenure", "Tenure", "The days the customer could buy.", "end of observation − first purchase"),
            count(
                    "days_since_last",
                    "Days since last purchase",
                    "How long the customer has not bought.",
                    "tenure − recency"),
            money(
                    "monetary_value",
                    "Monetary value",
                    "The mean value of the purchases after the first; 0 " + ONE_PURCHASE + ".",
                    "(value of all purchases − value of the first) / frequency"),
            money("lifetime_value", "Lifetime value", "The value of all purchases so far.", "Σ value"),
            count("unique_holdings", "Holdings", "The distinct holdings; of a group, their sum.", "n"),
            quartile("r_quartile", "Recency quartile", "4 for the quarter who bought last.", "days_since_last"),
            quartile("f_quartile", "Frequency quartile", "4 for the quarter who buy most often.", "frequency"),
            quartile("m_quartile", "Value quartile", "4 for the quarter who spend most.", "monetary_value"),
            number(
                    "rfm_score",
                    "RFM score",
                    "How good a customer is in recency, frequency and value, from 1 to 4.",
                    "(r_quartile + f_quartile + m_quartile) / 3"));

    private static final List<Score> OF_GROUPS = List.of(
            count("customers_count", "Customers", "Distinct customers; one in two groups counts in both.", "n"),
            count("repeat_customers", "Repeat customers", "Those who bought on more than one day.", "frequency > 0"),
            count("recency_from", "Recency, from", "The least recency in the cell, in days.", "lower edge"),
            count("recency_to", "Recency, to", "The greatest recency in the cell, in days.", "upper edge − 1"),
            count("frequency_from", "Frequency, from", "The least frequency in the cell.", "lower edge"),
            count("frequency_to", "Frequency, to", "The greatest frequency in the cell.", "upper edge − 1"),
            correlation("pearson", "Pearson's", "How closely two columns lie on a line.", "cov(x, y) / (σₓ·σᵧ)"),
            correlation("spearman", "Spearman's", "How closely two columns rise together.", "Pearson's of the ranks"),
            correlation(
                    "kendall",
                    "Kendall's",
                    "How much more often two columns rise together than apart.",
                    "τ_b = (pairs in the same order − pairs in the opposite) / √(pairs untied in x · pairs untied in y)"),
            count("pairs", "Pairs", "The customers that have both values.", "n"),
            of(
                    "p_value",
                    Format.P_VALUE,
                    new Meaning(
                            "p-value",
                            "How often chance alone would correlate two columns at least as much.",
                            "two-sided, of t = r·√((n − 2) / (1 − r²)); Kendall's of τ_b / √(2(2n + 5) / (9n(n − 1)))",
                            "with fewer than three pairs, or where a column is constant")));

    private static final List<Score> OF_MODELS = List.of(
            of(
                    "p_alive",
                    Format.PERCENT,
                    new Meaning("P(alive)", "How likely the customer still buys.", "see the model in the guide", "")),
            number("expected_purchases", "Expected purchases", "Purchases to come.", "see the model in the guide"),
            money(
                    "expected_value",
                    "Expected value",
                    "What the purchases to come are worth, without discount.",
                    "expected purchases · expected mean value"),
            money(
                    "discounted_value",
                    "Discounted value",
                    "What the purchases to come are worth today.",
                    "expected mean value · Σ purchases of month i / (1 + d)^i"),
            number("difference", "Difference", "The mean of the group less that of the control.", "mean − mean of it"),
            number("estimate", "Estimate", "The most likely value of the parameter.", "maximum likelihood"),
            number("standard_error", "Standard error", "How far the estimate typically lies off.", "√ of its variance"),
            number("low", "Lower bound", "The lower end of the 95 % interval.", "exp(ln θ − 1.96·se(ln θ))"),
            number("high", "Upper bound", "The upper end of the 95 % interval.", "exp(ln θ + 1.96·se(ln θ))"),
            of(
                    "note",
                    Format.TEXT,
                    new Meaning(
                            "Note",
                            "Whether the interval of the mean is rough, as values are skewed and customers few.",
                            "n < 30",
                            "when there is nothing to say")),
            bound("difference_low", "lower", "−"),
            bound("difference_high", "upper", "+"),
            number("actual", "Actual", "Purchases in the time held out.", "Σ purchases"),
            number("expected", "Expected", "Purchases that the model of the time before expects.", "Σ expected"));

    /** What the start of a name says of the rest; those that start alike from the longest on. */
    private enum Part {
        MEAN_LOW("mean_low_", "mean, lower bound", "The lower end of the 95 % interval of the mean, by Student's t."),
        MEAN_HIGH("mean_high_", "mean, upper bound", "The upper end of the 95 % interval of the mean, by Student's t."),
        MEAN("mean_", "mean", "The mean over the rows of the group."),
        SUM("sum_", "sum", "The sum over the rows of the group."),
        LEAST("least_", "least", "The least in the group."),
        LOWER_QUARTILE("lower_quartile_", "lower quartile", "A quarter of the group does not exceed it."),
        MEDIAN("median_", "median", "Half of the group does not exceed it."),
        UPPER_QUARTILE("upper_quartile_", "upper quartile", "Three quarters of the group do not exceed it."),
        GREATEST("greatest_", "greatest", "The greatest in the group.");

        private final String start;
        private final String title;
        private final String definition;

        Part(String start, String title, String definition) {
            this.start = start;
            this.title = title;
            this.definition = definition;
        }

        private Score of(String name, Score column) {
            Meaning meaning = new Meaning(
                    column.title() + ", " + title,
                    definition + " " + column.title() + ": "
                            + column.meaning().definition().substring(0, 1).toLowerCase(Locale.ROOT)
                            + column.meaning().definition().substring(1),
                    start.substring(0, start.length() - 1).replace('_', ' ') + " of " + column.name(),
                    this == MEAN && column.name().equals("monetary_value") ? "without a repeat customer" : "");
            Format format = column.format() == Format.COUNT ? Format.NUMBER : column.format();
            return CustomerScores.of(name, format, meaning);
        }
    }

    private CustomerScores() {}

    static Optional<Score> find(String name) {
        return named(name)
                .or(() -> Arrays.stream(Part.values())
                        .filter(part -> name.startsWith(part.start))
                        .findFirst()
                        .flatMap(part ->
                                named(name.substring(part.start.length())).map(column -> part.of(name, column))));
    }

    private static Optional<Score> named(String name) {
        return Stream.of(OF_CUSTOMERS, OF_GROUPS, OF_MODELS)
                .flatMap(List::stream)
                .filter(score -> score.name().equals(name))
                .findFirst();
    }

    private static Score bound(String name, String end, String sign) {
        return number(
                name,
                "Difference, " + end + " bound",
                "The " + end + " end of the 95 % interval of the difference.",
                "difference " + sign + " t·√(s₁²/n₁ + s₂²/n₂), t with Welch's degrees of freedom");
    }

    private static Score correlation(String name, String whose, String definition, String formula) {
        Meaning meaning = new Meaning(whose + " correlation", definition, formula, "where a column has one value only");
        return of(name, Format.NUMBER, meaning);
    }

    private static Score quartile(String name, String title, String best, String column) {
        return count(
                name,
                title,
                "From 1 to 4 among all customers; " + best,
                "1 + quartile breaks that " + column + " exceeds" + (name.startsWith("r") ? ", backwards" : ""));
    }

    private static Score count(String name, String title, String definition, String formula) {
        return of(name, Format.COUNT, new Meaning(title, definition, formula, ""));
    }

    private static Score money(String name, String title, String definition, String formula) {
        return of(name, Format.MONEY, new Meaning(title, definition, formula, ""));
    }

    private static Score number(String name, String title, String definition, String formula) {
        return of(name, Format.NUMBER, new Meaning(title, definition, formula, ""));
    }

    private static Score of(String name, Format format, Meaning meaning) {
        return new Score(name, Family.CLV, meaning, new Display(format, "", Direction.NEUTRAL, OptionalDouble.empty()));
    }
}
