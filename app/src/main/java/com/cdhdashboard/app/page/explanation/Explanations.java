package com.cdhdashboard.app.page.explanation;

import com.cdhdashboard.app.output.CellText;
import com.cdhdashboard.app.page.explanation.ExplanationPage.Named;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Explains the numbers of a table. */
final class Explanations {
    private final Subject subject;

    Explanations(Subject subject) {
        this.subject = subject;
    }

    /** What is asked about: one number, or all of a row. */
    List<Explanation> asked(Asked asked) {
        List<Score> scores = scores();
        Optional<Score> chosen = asked.column()
                .map(name -> scores.stream()
                        .filter(score -> score.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(name, scores)));
        return chosen
                .map(List::of)
                .orElseGet(() -> scores.stream()
                        .filter(score -> score.format().isNumber())
                        .toList())
                .stream()
                .map(this::explain)
                .toList();
    }

    /** The numbers of the row that are not asked about. */
    List<Explanation> others(Asked asked) {
        if (asked.row().isEmpty() || asked.column().isEmpty()) {
            return List.of();
        }
        return scores().stream()
                .filter(score -> score.format().isNumber()
                        && !score.name().equals(asked.column().get()))
                .map(this::explain)
                .toList();
    }

    private List<Score> scores() {
        return subject.table().columns().stream()
                .filter(column -> column.role() != Column.Role.DIMENSION)
                .flatMap(column -> subject.scores().find(column.name()).stream())
                .toList();
    }

    private static UserException unknown(String name, List<Score> scores) {
        return new UserException(
                UserException.Kind.NOT_FOUND,
                scores.isEmpty()
                        ? "The table is empty, so it has no numbers. Import data or clear a filter."
                        : "The table has no number \"" + name + "\". Numbers: "
                                + scores.stream().map(Score::name).collect(Collectors.joining(", ")) + ".");
    }

    private Explanation explain(Score score) {
        return subject.row().isPresent() && score.format().isNumber()
                ? Explanation.of(score, subject.scores(), numbers(subject.row().get()))
                : Explanation.of(score);
    }

    /** The numbers of the row, and what it is summed from where that is one line. A bin is only a part of its group. */
    private Explanation.Numbers numbers(Table row) {
        Explanation.Numbers shown = new ScoredRows(row).numbersOf(0);
        Optional<Explanation.Numbers> summed = subject.behind()
                .map(RowsBehind::sums)
                .filter(sums -> sums.rows().size() == 1)
                .filter(sums -> agree(shown, new ScoredRows(sums).numbersOf(0), sums.columns()))
                .map(sums -> new ScoredRows(sums).numbersOf(0));
        return name -> {
            OptionalDouble value = shown.of(name);
            return value.isPresent() || summed.isEmpty() ? value : summed.get().of(name);
        };
    }

    private static boolean agree(Explanation.Numbers row, Explanation.Numbers sums, List<Column> columns) {
        return columns.stream()
                .map(Column::name)
                .filter(name -> row.of(name).isPresent() && sums.of(name).isPresent())
                .allMatch(name -> row.of(name).equals(sums.of(name)));
    }

    /** The values that the row stands for, in words. */
    List<Named> group() {
        return subject.row()
                .map(row -> named(row, 0, column -> column.role() == Column.Role.DIMENSION || names(column)))
                .orElse(List.of());
    }

    /** Arms are named by columns that are no dimensions; a note is no name. */
    private static boolean names(Column column) {
        return column.type() == ValueType.TEXT && !column.name().equals(ExperimentScores.NOTE);
    }

    /** What is summed of the rows behind it; a line for each arm of an experiment. */
    List<List<Named>> sums() {
        List<List<Named>> lines = new ArrayList<>();
        subject.behind().map(RowsBehind::sums).ifPresent(sums -> {
            for (int row = 0; row < sums.rows().size(); row++) {
                lines.add(named(sums, row, this::concerns));
            }
        });
        return lines;
    }

    /** Counts of described columns that the table is not about are left out. */
    private boolean concerns(Column sum) {
        return Explanation.property(sum.name(), subject.scores())
                .map(property -> subject.table().columns().stream()
                        .anyMatch(column -> column.name().startsWith(property + "_")))
                .orElse(true);
    }

    private List<Named> named(Table table, int row, Predicate<Column> wanted) {
        CellText texts = new CellText(table.columns(), subject.scores());
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (wanted.test(column)) {
                boolean dimension = column.role() == Column.Role.DIMENSION;
                String title = dimension ? column.title() : title(column);
                String text = texts.text(table.rows().get(row), i);
                named.add(new Named(dimension ? column.name() : title, title, text));
            }
        }
        return named;
    }

    /** The title of a score; the name of a sum in words. */
    private String title(Column column) {
        return subject.scores().find(column.name()).map(Score::title).orElseGet(column::title);
    }
}
