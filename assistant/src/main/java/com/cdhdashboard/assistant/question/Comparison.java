package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.cdhdashboard.stats.hypothesis.Interval;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the scores of a period beside those of another: value before, difference, relative change, and whether it is chance. */
public final class Comparison {
    public static final String NAME = "comparison";
    static final String BEFORE = "_before";
    static final String DIFFERENCE = "_difference";
    static final String RELATIVE_CHANGE = "_relative_change";
    static final String BEYOND_CHANCE = "_beyond_chance";
    private static final String LOW = "_Low";
    private static final String HIGH = "_High";

    private static final List<String> TIMES = List.of("Day", "Month", "Quarter", "Year");

    /** In words; the longer ones first. */
    private static final Map<String, String> ADDED = added();

    private static final String WITH = "with";
    private static final String PREVIOUS = "previous_period";
    private static final String YEAR_BEFORE = "year_before";
    private static final String OTHER = "period";

    private final List<Score> scores;
    private final boolean independent;
    private final ScoredRows now;
    private final ScoredRows before;

    private static Map<String, String> added() {
        Map<String, String> added = new LinkedHashMap<>();
        added.put(BEFORE, ", before");
        added.put(DIFFERENCE + LOW, ", difference, lower bound");
        added.put(DIFFERENCE + HIGH, ", difference, upper bound");
        added.put(DIFFERENCE, ", difference");
        added.put(RELATIVE_CHANGE, ", relative change");
        added.put(BEYOND_CHANCE, ", difference beyond chance");
        return added;
    }

    private Comparison(List<Score> scores, boolean independent, Table now, Table before) {
        this.scores = scores;
        this.independent = independent;
        this.now = new ScoredRows(now);
        this.before = new ScoredRows(before);
    }

    public static ObjectNode parameter() {
        return new Parameters()
                .required(
                        WITH,
                        Parameters.choice(
                                "the days before that are as many, the same days a year before, or those of period",
                                List.of(PREVIOUS, YEAR_BEFORE, OTHER)))
                .optional(OTHER, Period.parameter("the days compared with, where with is period"))
                .json(
                        "adds to each score of the period its value before, difference, relative change and whether that is"
                                + " more than chance");
    }

    /** The period that a question is compared with; empty where none is asked for. */
    public static Optional<Period> with(Snapshot now, Arguments arguments, Optional<Period> period) {
        return arguments.object(NAME).map(comparison -> {
            if (period.isEmpty()) {
                throw new UserException(
                        "comparison needs the argument period, which says what is compared; the data reach"
                                + " from "
                                + now.loaded().from().map(Object::toString).orElse("nowhere") + " to "
                                + now.loaded().to().map(Object::toString).orElse("nowhere"));
            }
            return switch (comparison.required(WITH)) {
                case PREVIOUS -> period.get().before();
                case YEAR_BEFORE -> period.get().aYearBefore();
                default ->
                    Period.of(comparison.object(OTHER), now.loaded())
                            .orElseThrow(
                                    () -> new UserException(
                                            "comparison.period is missing: it says with which days to compare, as from and to"));
            };
        });
    }

    /**
     * The question of the other period.
     *
     * @throws UserException where groups of one period can be none of the other
     */
    public static MetricQuestion question(MetricQuestion question, Period other) {
        question.groupBy().stream().filter(TIMES::contains).findFirst().ifPresent(time -> {
            throw new UserException("comparison sets groups of two periods side by side, which have no " + time
                    + " in common; leave " + time + " out of group_by, or leave out comparison");
        });
        return question.of(other);
    }

    /** That no interval is given, where the periods have days in common. */
    public static Optional<String> note(MetricQuestion question, Period other) {
        return question.period()
                .filter(other::overlaps)
                .map(period -> "The periods " + period.text() + " and " + other.text()
                        + " have days in common, so that whether a change is more than chance is not told.");
    }

    /** Both answers as one table; a group that only one has is there, too. */
    public static Table of(MetricQuestion question, Table now, MetricQuestion other, Table before) {
        List<Score> scores = question.metric().scores().stream()
                .filter(score -> question.scores().contains(score.name()))
                .filter(score -> score.format().isNumber())
                .filter(score -> !isCompanion(score.name()))
                .toList();
        boolean independent = question.period().isPresent()
                && other.period().filter(question.period().get()::overlaps).isEmpty();
        return new Comparison(scores, independent, now, before).table();
    }

    /** What a column that a comparison adds is called; empty for any other. */
    static Optional<String> title(String column, ScoreCatalogue scores) {
        return ADDED.entrySet().stream()
                .filter(added -> column.endsWith(added.getKey()))
                .findFirst()
                .flatMap(added -> scores.find(column.substring(
                                0, column.length() - added.getKey().length()))
                        .map(score -> score.title() + added.getValue()));
    }

    /** What belongs to another number is compared with it. */
    private static boolean isCompanion(String name) {
        return name.endsWith(LOW)
                || name.endsWith(HIGH)
                || name.endsWith("_ci_low")
                || name.endsWith("_ci_high")
                || name.endsWith("_P_Val")
                || name.endsWith("_p_val");
    }

    private Table table() {
        List<Column> columns = new ArrayList<>(now.table().columns());
        for (Score score : scores) {
            columns.add(new Column(score.name() + BEFORE, score.column().type(), Column.Role.SCORE));
            columns.add(Column.score(score.name() + DIFFERENCE));
            if (hasInterval(score)) {
                columns.add(Column.score(score.name() + DIFFERENCE + LOW));
                columns.add(Column.score(score.name() + DIFFERENCE + HIGH));
                columns.add(new Column(score.name() + BEYOND_CHANCE, ValueType.BOOLEAN, Column.Role.SCORE));
            }
            if (hasRelativeChange(score)) {
                columns.add(Column.score(score.name() + RELATIVE_CHANGE));
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        pairs().values().forEach(pair -> rows.add(row(pair)));
        return new Table(columns, rows);
    }

    /** What is itself a change of something, such as lift, has no relative change that says anything. */
    private static boolean hasRelativeChange(Score score) {
        return score.display().centre().isEmpty() && score.format() != Format.P_VALUE;
    }

    private boolean hasInterval(Score score) {
        return independent && now.hasColumn(score.name() + LOW) && now.hasColumn(score.name() + HIGH);
    }

    /** The rows of one group, by their numbers. */
    private record Pair(Optional<Integer> now, Optional<Integer> before) {}

    private Map<List<@Nullable Object>, Pair> pairs() {
        Map<List<@Nullable Object>, Pair> pairs = new LinkedHashMap<>();
        for (int row = 0; row < now.size(); row++) {
            pairs.put(group(now, row), new Pair(Optional.of(row), Optional.empty()));
        }
        for (int row = 0; row < before.size(); row++) {
            Optional<Integer> place = Optional.of(row);
            pairs.merge(
                    group(before, row),
                    new Pair(Optional.empty(), place),
                    (known, none) -> new Pair(known.now(), place));
        }
        return pairs;
    }

    private static List<@Nullable Object> group(ScoredRows rows, int row) {
        return rows.table().rows().get(row).subList(0, dimensions(rows));
    }

    private static int dimensions(ScoredRows rows) {
        return (int) rows.table().columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .count();
    }

    private List<@Nullable Object> row(Pair pair) {
        int width = now.table().columns().size();
        List<@Nullable Object> row = new ArrayList<>(width);
        if (pair.now().isPresent()) {
            row.addAll(now.table().rows().get(pair.now().get()));
        } else {
            row.addAll(group(before, pair.before().orElseThrow()));
            while (row.size() < width) {
                row.add(null);
            }
        }
        scores.forEach(score -> row.addAll(compared(score, pair)));
        return row;
    }

    private List<@Nullable Object> compared(Score score, Pair pair) {
        double latest = number(now, pair.now(), score.name());
        double earlier = number(before, pair.before(), score.name());
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(pair.before().map(row -> before.value(row, score.name())).orElse(null));
        cells.add(available(latest - earlier));
        if (hasInterval(score)) {
            Interval chance = Interval.ofDifference(
                    latest, interval(now, pair.now(), score), earlier, interval(before, pair.before(), score));
            cells.add(available(chance.low()));
            cells.add(available(chance.high()));
            cells.add(chance.isDefined() ? (Object) (chance.low() > 0 || chance.high() < 0) : null);
        }
        if (hasRelativeChange(score)) {
            cells.add(earlier > 0 ? available(latest / earlier - 1) : null);
        }
        return cells;
    }

    private static Interval interval(ScoredRows rows, Optional<Integer> row, Score score) {
        double low = number(rows, row, score.name() + LOW);
        double high = number(rows, row, score.name() + HIGH);
        return Double.isFinite(low) && Double.isFinite(high) ? new Interval(low, high) : Interval.UNDEFINED;
    }

    private static double number(ScoredRows rows, Optional<Integer> row, String name) {
        return row.map(place -> rows.number(place, name)).orElse(Double.NaN);
    }

    private static @Nullable Object available(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
