package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.TreemapAreas;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Segments, and groups within them, as large as their number of customers and coloured by their mean score. Each level
 * is summed up on its own; areas are those of the innermost level, so that they fill their parents also where a customer
 * is in several groups.
 */
record SegmentTreemap(List<String> groups) implements Chart<ChartData> {
    static final ChartKind<Chart<ChartData>> KIND = ChartKind.<Chart<ChartData>>of(
                    "treemap", "Treemap", report -> new SegmentTreemap(report.groupBy()))
            .over(Groups.drawn(0, 7), List.of(), Family.CLV);

    private static final int MOST_AREAS = 3000;
    private static final String SCORE = "mean_rfm_score";

    SegmentTreemap {
        groups = List.copyOf(groups);
    }

    private List<String> path() {
        Set<String> path = new LinkedHashSet<>(List.of(CustomerColumn.RFM_SEGMENT.column()));
        path.addAll(groups);
        return List.copyOf(path);
    }

    @Override
    public Drawing draw(ChartData data) {
        List<String> path = path();
        ScoredRows leaves = data.aggregates(path);
        if (leaves.size() == 0) {
            return Drawing.refused(data.nobody()).withCards(new TotalCards(data).cards());
        }
        List<String> notes = new ArrayList<>();
        if (leaves.size() > MOST_AREAS) {
            notes.add("The areas end at the segments, as there are " + leaves.size() + " groups. The table has all.");
            path = path.subList(0, 1);
        }
        Areas areas = new Areas(path.size() == path().size() ? leaves : data.aggregates(path), path);
        for (int level = 0; level <= path.size(); level++) {
            areas.add(data.aggregates(path.subList(0, level)), level);
        }
        if (areas.more(data.aggregates(List.of()))) {
            notes.add("Some customers are in several groups and have a part of each area; the numbers of an area count"
                    + " them once.");
        }
        Figure figure = new Figure(
                List.of(Drill.ofAreas(leaves.table(), path).mark(areas.trace()).toMap()),
                Layouts.base(640).withAll(Layouts.readable()).toMap());
        return Drawing.of(leaves.table(), figure, notes).withCards(new TotalCards(data).cards());
    }

    /** The areas, and how large each is. */
    private static final class Areas {
        private final List<String> path;
        private final Map<List<@Nullable Object>, Double> sizes = new HashMap<>();
        private final TreemapAreas areas = new TreemapAreas();

        private Areas(ScoredRows leaves, List<String> path) {
            this.path = path;
            for (int row = 0; row < leaves.size(); row++) {
                for (int level = 0; level <= path.size(); level++) {
                    sizes.merge(key(leaves, row, level), customers(leaves, row), Double::sum);
                }
            }
        }

        private List<@Nullable Object> key(ScoredRows rows, int row, int level) {
            List<@Nullable Object> key = new ArrayList<>();
            path.subList(0, level).forEach(dimension -> key.add(rows.value(row, dimension)));
            return key;
        }

        private static double customers(ScoredRows rows, int row) {
            return rows.number(row, CustomerReader.CUSTOMERS);
        }

        private boolean more(ScoredRows total) {
            return sizes.getOrDefault(List.of(), 0.0) > customers(total, 0);
        }

        private void add(ScoredRows rows, int level) {
            for (int row = 0; row < rows.size(); row++) {
                List<@Nullable Object> key = key(rows, row, level);
                double size = sizes.getOrDefault(key, 0.0);
                if (size > 0) {
                    String dimension = level == 0 ? "" : path.get(level - 1);
                    String label =
                            level == 0 ? "All" : AxisScale.text(rows.column(dimension), rows.value(row, dimension));
                    double score = rows.number(row, SCORE);
                    areas.add(new TreemapAreas.Area(
                            key.stream().map(Values::label).toList(),
                            label,
                            size,
                            score,
                            NumberText.of(customers(rows, row), Format.COUNT) + " customers, score "
                                    + NumberText.of(score, Format.NUMBER) + "<br>" + ofAll(size),
                            "<b>" + PlotText.escape(label) + "</b><br>" + hover(rows, row) + "<br>" + ofAll(size)));
                }
            }
        }

        private String ofAll(double size) {
            return NumberText.of(size / sizes.getOrDefault(List.of(), Double.NaN), Format.PERCENT) + " of all";
        }

        private static String hover(ScoredRows rows, int row) {
            return String.join(
                    "<br>",
                    "Customers: " + NumberText.of(customers(rows, row), Format.COUNT),
                    "Lifetime value: " + NumberText.of(rows.number(row, "lifetime_value"), Format.MONEY),
                    "Holdings: " + NumberText.of(rows.number(row, "unique_holdings"), Format.COUNT),
                    "Mean monetary value: " + NumberText.of(rows.number(row, "mean_monetary_value"), Format.MONEY),
                    "Mean frequency: " + NumberText.of(rows.number(row, "mean_frequency"), Format.NUMBER),
                    "Mean score: " + NumberText.of(rows.number(row, SCORE), Format.NUMBER));
        }

        private Attributes trace() {
            return areas.trace(
                    path.size(),
                    Attributes.of("colors", areas.colors())
                            .with("colorscale", Theme.steppedScale())
                            .with("cmin", 1)
                            .with("cmax", 4)
                            .with("showscale", true)
                            .with(
                                    "colorbar",
                                    Attributes.of(
                                                    "title",
                                                    Attributes.of("text", "Mean RFM score")
                                                            .with("side", "right"))
                                            .with("thickness", 12)
                                            .with("outlinewidth", 0)));
        }
    }
}
