package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.ColorRange;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.TreemapAreas;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nested areas as large as their counts, coloured by a score. Each level is rolled up on its own, so the score of a
 * parent comes from its own sums and not from its children's scores.
 *
 * @param grouping the path from the outside in
 */
public record TreemapChart(List<String> grouping, String color) implements CubeChart {
    private static final List<Key> KEYS =
            List.of(Key.required("color", Role.SCORE, "Colour", "the score that colours the areas"));

    public static final ChartKind<CubeChart> KIND = ChartKind.of("treemap", "Treemap", TreemapChart::read)
            .over(Groups.drawn(1, 8), KEYS, Family.ENGAGEMENT, Family.CONVERSION)
            .over(Groups.drawn(1, 8), CommonKeys.all(KEYS, List.of(CommonKeys.PROPERTY)), Family.MODEL_ML_SCORES);

    public TreemapChart {
        grouping = Facets.distinct(grouping);
    }

    private static CubeChart read(ReportReading report) {
        return new TreemapChart(report.groupBy(), report.settings().requiredText("color"));
    }

    @Override
    public List<String> scores() {
        return List.of(color);
    }

    @Override
    public Drawing draw(ReportData data) {
        return new Plot(this, data).draw();
    }

    private static final class Plot {
        private static final int HEIGHT = 640;
        private static final int MOST_AREAS = 3000;
        /** Of one level alone; smaller ones are too small to be pointed at. */
        private static final int MOST_ALONE = 400;

        private final TreemapChart report;
        private final ReportData data;
        private final Score score;
        private final ChartNotes notes = new ChartNotes();
        private final TreemapAreas areas = new TreemapAreas();
        private final List<Double> colors = new ArrayList<>();
        private final Map<List<String>, Double> sizes = new HashMap<>();

        Plot(TreemapChart report, ReportData data) {
            this.report = report;
            this.data = data;
            this.score = data.score(report.color());
        }

        Drawing draw() {
            List<String> path = report.grouping();
            ScoredRows leaves = data.rows(path);
            Optional<Drawing> refusal = data.refusal(leaves, score.name());
            if (refusal.isPresent()) {
                return refusal.get();
            }
            int levels = addLevels(path, leaves);
            ColorRange range = ColorRange.of(colors, data.centre(score));
            Attributes marker = Layouts.colors(range, score.format(), score.title())
                    .with("cmin", range.low())
                    .with("cmax", range.high())
                    .with("colors", areas.colors())
                    .with("showscale", true);
            Attributes layout = Layouts.base(HEIGHT)
                    .withAll(Layouts.readable())
                    .with("treemapcolorway", List.of(Theme.OTHER.reference()))
                    .with("extendtreemapcolors", false);
            return Drawing.of(
                    leaves.table(),
                    new Figure(
                            List.of(Drill.ofAreas(leaves.table(), path)
                                    .mark(areas.trace(levels, marker))
                                    .toMap()),
                            layout.toMap()),
                    notes.list());
        }

        /** How many levels there are, which end where the next would have too many areas. */
        private int addLevels(List<String> path, ScoredRows leaves) {
            addLevel(data.rows(List.of()), List.of());
            for (int level = 1; level <= path.size(); level++) {
                ScoredRows rows = level == path.size() ? leaves : data.rows(path.subList(0, level));
                if (areas.count() + rows.size() > MOST_AREAS) {
                    if (level > 1) {
                        notes.add("The areas end at " + DimensionTitle.of(path.get(level - 2)) + ": the next level, "
                                + DimensionTitle.of(path.get(level - 1)) + ", has " + NumberText.count(rows.size())
                                + " groups. The table has all.");
                        return level - 1;
                    }
                    addLargest(rows, path.get(0));
                    return level;
                }
                addLevel(rows, path.subList(0, level));
            }
            return path.size();
        }

        /** The largest areas of an outermost level that has too many, and one for all others. */
        private void addLargest(ScoredRows rows, String dimension) {
            List<@Nullable Object> kept = rows.largest(dimension, MOST_ALONE);
            ScoredRows largest = data.rows(List.of(dimension), List.of(ReportData.oneOf(dimension, kept)));
            addLevel(largest, List.of(dimension));
            ScoredRows others = data.rows(List.of(), List.of(ReportData.noneOf(dimension, kept)));
            int further = rows.size() - kept.size();
            addArea(others, 0, "other (" + NumberText.count(further) + ")", List.of(TreemapAreas.OTHERS));
            notes.add(NumberText.count(further) + " smaller values of " + DimensionTitle.of(dimension)
                    + " are one area, \"other\"; the table has all.");
        }

        private void addLevel(ScoredRows rows, List<String> dimensions) {
            if (addsUp()) {
                // Sums of parents would leave all their children pale
                colors.clear();
            }
            for (int row = 0; row < rows.size(); row++) {
                List<String> path = path(rows, row, dimensions);
                String label = path.isEmpty() ? "All" : label(rows, row, dimensions.get(dimensions.size() - 1));
                addArea(rows, row, label, path);
            }
        }

        private boolean addsUp() {
            return score.format() == Format.COUNT || score.format() == Format.MONEY;
        }

        private void addArea(ScoredRows rows, int row, String label, List<String> path) {
            double count = rows.number(row, ReportData.COUNT);
            if (!(count > 0)) {
                return;
            }
            sizes.put(path, count);
            double color = rows.number(row, score.name());
            // Together they may be more than the largest area, which all would be pale beside
            boolean others = path.equals(List.of(TreemapAreas.OTHERS)) && addsUp();
            if (Double.isFinite(color) && !others) {
                colors.add(color);
            }
            ScoreText text = new ScoreText(data, score.name());
            String ofParent =
                    path.isEmpty() ? "" : "<br>" + share(count, path.subList(0, path.size() - 1)) + " of parent";
            areas.add(new TreemapAreas.Area(
                    path,
                    label,
                    count,
                    color,
                    PlotText.escape(text.value(rows, row)) + ofParent,
                    "<b>" + PlotText.escape(label) + "</b><br>" + PlotText.escape(score.title()) + ": "
                            + PlotText.escape(text.hover(rows, row)) + "<br>" + share(count, List.of()) + " of all"));
        }

        private String share(double count, List<String> of) {
            return NumberText.of(count / sizes.getOrDefault(of, Double.NaN), Format.PERCENT);
        }

        private static String label(ScoredRows rows, int row, String dimension) {
            return AxisScale.text(rows.column(dimension), rows.value(row, dimension));
        }

        private static List<String> path(ScoredRows rows, int row, List<String> dimensions) {
            return dimensions.stream()
                    .map(dimension -> Values.label(rows.value(row, dimension)))
                    .toList();
        }
    }
}
