package com.cdhdashboard.core.metric.score;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.figure.Format;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One score of a family: its name in data and API, what it means and how it is shown.
 *
 * @param name as in answers, configuration and {@code docs/metrics.md}
 */
public record Score(String name, Family family, Meaning meaning, Display display) {
    /**
     * What a reader is told.
     *
     * @param title short, for axes and headings
     * @param definition one or two sentences in plain words
     * @param formula in mathematical notation
     * @param notAvailable when the score is missing; empty where it never is
     */
    public record Meaning(String title, String definition, String formula, String notAvailable) {
        public Meaning {
            requireNonNull(title, "title");
            requireNonNull(definition, "definition");
            requireNonNull(formula, "formula");
            requireNonNull(notAvailable, "notAvailable");
        }
    }

    /**
     * The head of a column: what the number is, and above it what it is of where columns beside it share that.
     *
     * @param of empty where the number stands for itself
     */
    public record Head(String of, String what) {
        private static final String BETWEEN = ", ";
        private static final Map<String, String> ENDS = Map.of("lower bound", "95 % from", "upper bound", "95 % to");

        public Head {
            requireNonNull(of, "of");
            requireNonNull(what, "what");
        }

        static Head of(String title) {
            int last = title.lastIndexOf(BETWEEN);
            String what = last < 0 ? title : title.substring(last + BETWEEN.length());
            return new Head(
                    last < 0 ? "" : title.substring(0, last), ENDS.getOrDefault(what.toLowerCase(Locale.ROOT), what));
        }
    }

    /**
     * How a number is shown.
     *
     * @param unit what is counted or measured, in words; empty for a pure number
     * @param centre the neutral value of a diverging colour scale; empty where the scale is sequential
     */
    public record Display(Format format, String unit, Direction direction, OptionalDouble centre) {
        public Display {
            requireNonNull(format, "format");
            requireNonNull(unit, "unit");
            requireNonNull(direction, "direction");
            requireNonNull(centre, "centre");
        }
    }

    /** Whether a high value is good news; decides the colour of a change. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        NEUTRAL
    }

    public Score {
        requireNonNull(name, "name");
        requireNonNull(family, "family");
        requireNonNull(meaning, "meaning");
        requireNonNull(display, "display");
    }

    public String title() {
        return meaning.title();
    }

    /** What stands over a column of it. */
    public Head head() {
        return Head.of(title());
    }

    public Format format() {
        return display.format();
    }

    public boolean higherIsBetter() {
        return display.direction() == Direction.HIGHER_IS_BETTER;
    }

    /** The column of this score in a scored table; counts are whole numbers. */
    public Column column() {
        ValueType type = switch (format()) {
            case COUNT -> ValueType.INTEGER;
            case TEXT -> ValueType.TEXT;
            case TABLE -> ValueType.TABLE;
            case PERCENT, INDEX, MONEY, NUMBER, P_VALUE, RATIO -> ValueType.NUMBER;
        };
        return new Column(name, type, Column.Role.SCORE);
    }
}
