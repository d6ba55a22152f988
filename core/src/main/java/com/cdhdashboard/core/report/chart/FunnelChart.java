package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.data.Stages;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many interactions got at least as far as each stage.
 *
 * <p>A cube counts outcomes, and an interaction may have one of a late stage without those before it. See {@link Stages}
 * for what is known all the same.
 */
public record FunnelChart(String x, List<String> stages, Optional<String> color, Facets facets, OptionalInt height)
        implements CubeChart {
    public static final ChartKind<CubeChart> KIND = ChartKind.of("funnel", "Funnel", FunnelChart::read)
            .over(
                    Groups.UNUSED,
                    CommonKeys.all(
                            List.of(
                                    Key.required(
                                            "x", Role.DIMENSION, "", "the dimension of the stages, such as Outcome"),
                                    Key.required("stages", Role.STAGES, "", "the list of stages, first to last")),
                            CommonKeys.SPLIT,
                            List.of(CommonKeys.HEIGHT)),
                    Family.DESCRIPTIVE);

    public FunnelChart {
        stages = Facets.distinct(stages);
    }

    private static CubeChart read(ReportReading report) {
        Settings settings = report.settings();
        return new FunnelChart(
                settings.requiredText("x"),
                settings.texts("stages"),
                settings.text("color"),
                Facets.of(settings),
                settings.height());
    }

    @Override
    public List<String> grouping() {
        List<String> dimensions = new ArrayList<>(facets.grouping(List.of(), color));
        dimensions.add(x);
        return Facets.distinct(dimensions);
    }

    @Override
    public List<String> scores() {
        return List.of(DescriptiveScores.COUNT);
    }

    @Override
    public Drawing draw(ReportData data) {
        return new Plot(this, data).draw();
    }

    private static final class Plot {
        /** Traces without a rank have this one. */
        private static final int FIRST_RANK = 1000;

        private final FunnelChart report;

        private final ReportData data;
        private final ChartNotes notes = new ChartNotes();
        private final Set<String> inLegend = new HashSet<>();
        private final List<List<@Nullable Object>> tableRows = new ArrayList<>();
        private double largest;

        Plot(FunnelChart report, ReportData data) {
            this.report = report;
            this.data = data;
        }

        Drawing draw() {
            ScoredRows rows = data.rows(report.grouping());
            if (rows.size() == 0) {
                return Drawing.refused(data.noRows());
            }
            List<String> dimensions = new ArrayList<>(report.facets().dimensions());
            report.color().ifPresent(dimensions::add);
            Map<List<@Nullable Object>, Stages> groups = stages(rows, dimensions);
            Panels panels = Panels.of(report.facets(), rows, notes);
            List<Hue> hues = Hue.of(report.color(), rows, data, notes, "all");
            FacetGrid grid = panels.grid();
            Drill reached = reached(rows.column(report.x()));
            List<Attributes> drawn = grid.draw((row, column) -> {
                List<Attributes> panel = new ArrayList<>();
                for (int place = 0; place < hues.size(); place++) {
                    List<@Nullable Object> key = new ArrayList<>(panels.key(row, column));
                    key.addAll(hues.get(place).key());
                    Stages stages =
                            groups.getOrDefault(key, Stages.none(report.stages().size()));
                    Drill drill = reached.and(hues.get(place).drill()).and(panels.drill(row, column));
                    panel.add(drill.mark(trace(hues.get(place), stages, place)).withAll(grid.axesOf(row, column)));
                }
                return panel;
            });
            explain(rows);
            return Drawing.of(
                    table(rows, dimensions, groups),
                    new Figure(
                            drawn.stream().map(Attributes::toMap).toList(),
                            layout(panels, hues.size() > 1, groups.values()).toMap()),
                    notes.list());
        }

        private Map<List<@Nullable Object>, Stages> stages(ScoredRows rows, List<String> dimensions) {
            Map<List<@Nullable Object>, long[]> counts = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                List<@Nullable Object> key = new ArrayList<>();
                for (String dimension : dimensions) {
                    key.add(rows.value(row, dimension));
                }
                long[] ofGroup = counts.computeIfAbsent(
                        key, group -> new long[report.stages().size()]);
                int stage = report.stages()
                        .indexOf(Values.text(rows.value(row, report.x())).orElse(""));
                if (stage >= 0) {
                    ofGroup[stage] += (long) rows.number(row, ReportData.COUNT);
                }
            }
            Map<List<@Nullable Object>, Stages> groups = new HashMap<>();
            counts.forEach((key, ofGroup) -> groups.put(key, Stages.of(ofGroup)));
            return groups;
        }

        /** Whoever got as far as a stage has an outcome of it or of one behind it. */
        private Drill reached(Column outcome) {
            List<String> stages = report.stages();
            List<Drill.AnyOf> further = new ArrayList<>();
            for (int stage = 0; stage < stages.size(); stage++) {
                boolean last = stage == stages.size() - 1;
                further.add(new Drill.AnyOf(
                        List.copyOf(stages.subList(stage, stages.size())),
                        stages.get(stage) + (last ? "" : " or further")));
            }
            return Drill.NONE.eachAnyOf(outcome, further);
        }

        private Attributes trace(Hue hue, Stages stages, int place) {
            List<String> texts = new ArrayList<>();
            List<String> hovers = new ArrayList<>();
            for (int stage = 0; stage < report.stages().size(); stage++) {
                texts.add(FunnelTexts.text(stages, stage));
                hovers.add(hover(hue, stages, stage));
                largest = Math.max(largest, (double) stages.least(stage));
            }
            return Attributes.of("type", "funnel")
                    .with("y", report.stages().stream().map(PlotText::tick).toList())
                    .with("x", stages.least())
                    .with("name", PlotText.tick(hue.name()))
                    .with("legendgroup", hue.name())
                    .with("showlegend", report.color().isPresent() && inLegend.add(hue.name()))
                    .with("legendrank", FIRST_RANK + place)
                    .with("text", texts)
                    .with("textinfo", "text")
                    .with("textposition", report.color().isPresent() ? "inside" : "auto")
                    .with("hovertext", hovers)
                    .with("hovertemplate", "%{hovertext}<extra></extra>")
                    .with("marker", Attributes.of("color", hue.style().color()))
                    .with("connector", Attributes.of("fillcolor", hue.style().bandColor()));
        }

        private String hover(Hue hue, Stages stages, int stage) {
            StringBuilder text = new StringBuilder("<b>" + PlotText.escape(hue.name()) + "</b>, "
                    + PlotText.escape(report.stages().get(stage)) + " or further<br>");
            text.append("at least ").append(FunnelTexts.count(stages.least(stage)));
            text.append(", at most ")
                    .append(FunnelTexts.count(stages.most(stage)))
                    .append(" interactions<br>");
            text.append(FunnelTexts.count(stages.outcomes(stage))).append(" outcomes of this stage");
            if (Double.isFinite(stages.ofPrevious(stage))) {
                text.append("<br>")
                        .append(NumberText.of(stages.ofPrevious(stage), Format.PERCENT))
                        .append(" of ")
                        .append(PlotText.escape(report.stages().get(stage - 1)));
            }
            return text.toString();
        }

        private void explain(ScoredRows rows) {
            notes.add(
                    "Drawn is the least number of interactions that reached a stage or a later one: the largest of the"
                            + " outcome counts from that stage on. It is exact where every interaction keeps the outcomes of all its"
                            + " stages; where an outcome replaces the one before, the true number is larger, at most their sum. Both"
                            + " are in the table. Percentages are of the stage before.");
            List<String> found = rows.distinct(report.x()).stream()
                    .map(value -> Values.text(value).orElse(""))
                    .toList();
            List<String> absent = report.stages().stream()
                    .filter(stage -> !found.contains(stage))
                    .toList();
            if (!absent.isEmpty()) {
                notes.add("No interaction has the outcome " + String.join(", ", absent) + ".");
            }
        }

        private Table table(ScoredRows rows, List<String> dimensions, Map<List<@Nullable Object>, Stages> groups) {
            List<Column> columns = new ArrayList<>();
            dimensions.forEach(dimension -> columns.add(rows.column(dimension)));
            columns.add(Column.dimension("Stage", ValueType.TEXT));
            for (String name : List.of("Outcomes", "Reached_Least", "Reached_Most")) {
                columns.add(new Column(name, ValueType.INTEGER, Column.Role.SCORE));
            }
            columns.add(Column.score("Of_Previous"));
            columns.add(Column.score("Of_First"));
            List<List<@Nullable Object>> keys = new ArrayList<>(groups.keySet());
            keys.sort(Plot::compare);
            for (List<@Nullable Object> key : keys) {
                Stages stages =
                        groups.getOrDefault(key, Stages.none(report.stages().size()));
                for (int stage = 0; stage < report.stages().size(); stage++) {
                    List<@Nullable Object> cells = new ArrayList<>(key);
                    cells.addAll(Arrays.asList(
                            report.stages().get(stage),
                            stages.outcomes(stage),
                            stages.least(stage),
                            stages.most(stage),
                            available(stages.ofPrevious(stage)),
                            available(stages.ofFirst(stage))));
                    tableRows.add(cells);
                }
            }
            return new Table(columns, tableRows);
        }

        private static int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
            for (int i = 0; i < left.size(); i++) {
                int order = ScoredRows.compare(left.get(i), right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private static @Nullable Double available(double value) {
            return Double.isFinite(value) ? value : null;
        }

        private Attributes layout(Panels panels, boolean legend, Collection<Stages> groups) {
            Attributes layout = panels.layout(report.height(), legend ? report.color() : Optional.empty())
                    .with("hovermode", "closest")
                    .with("funnelmode", "stack")
                    .withAll(Layouts.readable());
            Attributes x = Layouts.axis()
                    .with("tickformat", TickFormat.of(Format.COUNT, largest))
                    .with("visible", false);
            Attributes y = Layouts.axis()
                    .with("type", "category")
                    .with("categoryorder", "array")
                    .with(
                            "categoryarray",
                            report.stages().stream().map(PlotText::tick).toList())
                    .withAll(panels.isSingle() ? FunnelTexts.totals(report.stages(), groups) : Attributes.none())
                    .with("autorange", "reversed")
                    .with("showgrid", false);
            panels.grid().addAxes(layout, x, y, "Interactions", DimensionTitle.of(report.x()));
            return layout;
        }
    }
}
