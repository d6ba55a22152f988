package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.data.Change;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.explanation.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards above a chart of a rate: the rate of each value of one dimension, against the rate of all. */
final class ReportCards {
    private static final int MOST_CARDS = 12;

    private final ReportData data;
    private final Score score;

    ReportCards(ReportData data, String score) {
        this.data = data;
        this.score = data.score(score);
    }

    public List<KpiCard> of(String dimension, ChartNotes notes) {
        ScoredRows rows = data.rows(List.of(dimension));
        ScoredRows all = data.rows(List.of());
        double overall = all.number(0, score.name());
        String meaning = "against " + new ScoreText(data, score.name()).value(all, 0) + " overall";
        Map<List<@Nullable Object>, Integer> index = rows.index(List.of(dimension));
        List<@Nullable Object> kept = rows.largest(dimension, MOST_CARDS);
        int further = rows.distinct(dimension).size() - kept.size();
        if (further > 0) {
            notes.add("Cards show the " + kept.size() + " largest values of " + DimensionTitle.of(dimension) + "; "
                    + further + " more have none.");
        }
        Optional<Then> then = data.other().map(other -> Then.of(other, dimension));
        List<KpiCard> cards = new ArrayList<>();
        for (Object value : kept) {
            Integer row = index.get(ScoredRows.key(value));
            if (row != null) {
                Filter only = Filter.In.of(dimension, List.of(Values.text(value)));
                String title = AxisScale.text(rows.column(dimension), value);
                cards.add(then.map(other -> compared(title, rows, row, other.row(value)))
                        .orElseGet(() -> card(title, rows, row, overall, meaning))
                        .withSubject(new KpiCard.Subject(data.metric().name(), score.name(), List.of(only))));
            }
        }
        return cards;
    }

    /** The same values in the period that is compared with. */
    private record Then(ScoredRows rows, Map<List<@Nullable Object>, Integer> index) {
        static Then of(ReportData data, String dimension) {
            ScoredRows rows = data.rows(List.of(dimension));
            return new Then(rows, rows.index(List.of(dimension)));
        }

        Optional<Change.Row> row(@Nullable Object value) {
            return Optional.ofNullable(index.get(ScoredRows.key(value))).map(at -> new Change.Row(rows, at));
        }
    }

    private KpiCard compared(String title, ScoredRows rows, int row, Optional<Change.Row> then) {
        ScoreText text = new ScoreText(data, score.name());
        Optional<Change> change = then.flatMap(before -> Change.of(data, score, new Change.Row(rows, row), before));
        String value =
                then.map(before -> text.value(before.rows(), before.at())).orElse(NumberText.NOT_AVAILABLE);
        ComparedPeriods periods = data.compared().orElseThrow();
        return new KpiCard(
                title,
                text.value(rows, row),
                Optional.of(text.count(rows, row)),
                change.map(Change::text),
                Optional.of("against " + value + " for " + periods.other().text()
                        + (change.filter(Change::withinChance).isPresent() ? ", within chance" : "")),
                change.flatMap(Change::better),
                Optional.empty(),
                Explanation.of(score, rows.numbersOf(row)).text() + " Compared: " + periods.text() + ".",
                Double.isFinite(rows.number(row, score.name()))
                        ? Optional.empty()
                        : Optional.of(data.notAvailable(score.name(), 1)));
    }

    private KpiCard card(String title, ScoredRows rows, int row, double overall, String meaning) {
        ScoreText text = new ScoreText(data, score.name());
        double value = rows.number(row, score.name());
        boolean known = Double.isFinite(value) && Double.isFinite(overall);
        double halfWidth = (text.high(rows, row) - text.low(rows, row)) / 2;
        boolean beyondChance = overall < text.low(rows, row) || overall > text.high(rows, row);
        boolean withinChance = overall >= text.low(rows, row) && overall <= text.high(rows, row);
        return new KpiCard(
                title,
                text.value(rows, row),
                Optional.of(text.count(rows, row)),
                known
                        ? Optional.of(NumberText.difference(value - overall, Format.PERCENT, halfWidth))
                        : Optional.empty(),
                known ? Optional.of(withinChance ? meaning + ", within chance" : meaning) : Optional.empty(),
                known && beyondChance ? Optional.of(value > overall) : Optional.empty(),
                Optional.empty(),
                Explanation.of(score, rows.numbersOf(row)).text(),
                known ? Optional.empty() : Optional.of(data.notAvailable(score.name(), 1)));
    }
}
