package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.ReportScores;
import com.cdhdashboard.stats.hypothesis.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every treatment against its control in the groups of an experiment, with p-values adjusted after Holm for looking at
 * all of them at once.
 */
final class Comparisons {
    private static final String TREATMENT_RATE = ExperimentScores.TREATMENT + "_" + ExperimentScores.RATE;
    private static final String CONTROL_RATE = ExperimentScores.CONTROL + "_" + ExperimentScores.RATE;

    private final ScoredRows rows;
    private final List<Comparison> list;

    private Comparisons(ScoredRows rows, List<Comparison> list) {
        this.rows = rows;
        this.list = List.copyOf(list);
    }

    /** The comparisons within scored rows of an experiment. */
    static Comparisons of(ScoredRows rows) {
        List<Comparison> raw = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            ScoredRows pairs = nested(rows, row, ExperimentScores.PAIRS);
            ScoredRows arms = nested(rows, row, ExperimentScores.ARMS);
            String control = String.valueOf(rows.value(row, ExperimentScores.CONTROL));
            for (int pair = 0; pair < pairs.size(); pair++) {
                String treatment = String.valueOf(pairs.value(pair, ExperimentScores.TREATMENT));
                Arms two = new Arms(Arm.of(arms, treatment), Arm.of(arms, control));
                raw.add(new Comparison(row, two, pairs, pair, Double.NaN));
            }
        }
        double[] adjusted = Holm.adjust(raw.stream()
                .mapToDouble(each -> each.number(ExperimentScores.Z_P_VALUE))
                .toArray());
        return new Comparisons(
                rows,
                IntStream.range(0, adjusted.length)
                        .mapToObj(i -> raw.get(i).adjusted(adjusted[i]))
                        .toList());
    }

    private static ScoredRows nested(ScoredRows rows, int row, String column) {
        return rows.value(row, column) instanceof Table table
                ? new ScoredRows(table)
                : new ScoredRows(Drawing.EMPTY_TABLE);
    }

    List<Comparison> list() {
        return list;
    }

    ScoredRows rows() {
        return rows;
    }

    /** An arm with the numbers behind its rate. */
    record Arm(String name, double count, double positives, double rate) {
        static Arm of(ScoredRows arms, String name) {
            for (int row = 0; row < arms.size(); row++) {
                if (name.equals(arms.value(row, ExperimentScores.ARM))) {
                    return new Arm(
                            name,
                            arms.number(row, ReportData.COUNT),
                            arms.number(row, "Positives"),
                            arms.number(row, ExperimentScores.RATE));
                }
            }
            throw new IllegalStateException("a pair names an arm that is not there: " + name);
        }
    }

    record Arms(Arm treatment, Arm control) {}

    /**
     * A treatment against its control.
     *
     * @param row of the group
     * @param adjusted the p-value of z after Holm, among all comparisons
     */
    record Comparison(int row, Arms arms, ScoredRows pairs, int pair, double adjusted) {
        double number(String figure) {
            return pairs.number(pair, figure);
        }

        String note() {
            Object note = pairs.value(pair, ExperimentScores.NOTE);
            return note == null ? "" : note.toString();
        }

        /** The name of the odds ratio that can be drawn: with ½ added to each count where one of them is 0. */
        String drawableOddsRatio() {
            return isCorrected() ? ExperimentScores.CORRECTED_ODDS_RATIO : ExperimentScores.ODDS_RATIO;
        }

        boolean isCorrected() {
            return Double.isFinite(number(ExperimentScores.CORRECTED_ODDS_RATIO));
        }

        private Comparison adjusted(double p) {
            return new Comparison(row, arms, pairs, pair, p);
        }
    }

    /** One row per comparison, and one for each group without any, whose note says why. */
    Table table() {
        List<Column> figures = figures();
        List<Column> columns = new ArrayList<>(groupColumns());
        columns.add(words(ExperimentScores.TREATMENT));
        columns.add(words(ExperimentScores.CONTROL));
        columns.add(Column.measure(ReportScores.TREATMENT_COUNT, ValueType.INTEGER));
        columns.add(Column.score(TREATMENT_RATE));
        columns.add(Column.measure(ReportScores.CONTROL_COUNT, ValueType.INTEGER));
        columns.add(Column.score(CONTROL_RATE));
        columns.addAll(figures);
        columns.add(words(ExperimentScores.NOTE));
        List<List<@Nullable Object>> lines = new ArrayList<>();
        int next = 0;
        for (int row = 0; row < rows.size(); row++) {
            int before = next;
            for (; next < list.size() && list.get(next).row() == row; next++) {
                lines.add(line(list.get(next), figures));
            }
            if (next == before) {
                lines.add(without(row, columns.size()));
            }
        }
        return new Table(columns, lines);
    }

    private static Column words(String name) {
        return new Column(name, ValueType.TEXT, Column.Role.SCORE);
    }

    private static List<Column> figures() {
        return ExperimentScores.pairFigures().stream().map(Column::score).toList();
    }

    private List<Column> groupColumns() {
        return rows.table().columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .toList();
    }

    private List<@Nullable Object> line(Comparison comparison, List<Column> figures) {
        List<@Nullable Object> line = group(comparison.row());
        Arm treatment = comparison.arms().treatment();
        Arm control = comparison.arms().control();
        line.add(treatment.name());
        line.add(control.name());
        line.add(Math.round(treatment.count()));
        line.add(treatment.rate());
        line.add(Math.round(control.count()));
        line.add(control.rate());
        for (Column figure : figures) {
            double value = figure.name().equals(ExperimentScores.Z_P_HOLM)
                    ? comparison.adjusted()
                    : comparison.number(figure.name());
            line.add(Double.isFinite(value) ? value : null);
        }
        line.add(comparison.pairs().value(comparison.pair(), ExperimentScores.NOTE));
        return line;
    }

    private List<@Nullable Object> without(int row, int width) {
        List<@Nullable Object> line = group(row);
        while (line.size() < width - 1) {
            line.add(null);
        }
        line.add(rows.value(row, ExperimentScores.NOTE));
        return line;
    }

    private List<@Nullable Object> group(int row) {
        return new ArrayList<>(
                rows.table().rows().get(row).subList(0, groupColumns().size()));
    }
}
