package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.ScoreView;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A score over a dimension as lines or grouped bars; also the free chart, whose axes need not be set. */
public record LineChart(Axes axes, Optional<String> color, Facets facets, Look look, Optional<String> cards)
        implements CubeChart {
    private static final Key FORM = Key.optional("form", Role.FORM, "Form", "whether lines or bars are drawn");
    private static final Key CARDS =
            Key.optional("cards", Role.DIMENSION, "Cards", "the dimension with one card above the chart a value");
    private static final Key VIEW =
            Key.optional("view", Role.VIEW, "View", "whether the score or a curve behind it is drawn");
    private static final List<Key> LOOK = List.of(FORM, CommonKeys.SCALE);
    private static final List<Key> FIXED =
            List.of(Key.optional("log_y", Role.FLAG, "", "an older way to write scale = \"log\""), CommonKeys.HEIGHT);

    public static final ChartKind<CubeChart> KIND = ChartKind.of("line", "Line or bar chart", LineChart::read)
            .over(Groups.FREE, rates(true), Family.ENGAGEMENT, Family.CONVERSION)
            .over(Groups.FREE, models(true), Family.MODEL_ML_SCORES)
            .over(Groups.FREE, columns(true), Family.DESCRIPTIVE);

    public static final ChartKind<CubeChart> FREE_KIND = ChartKind.of("generic", "Free chart", LineChart::read)
            .over(Groups.FREE, rates(false), Family.ENGAGEMENT, Family.CONVERSION, Family.EXPERIMENT)
            .over(Groups.FREE, models(false), Family.MODEL_ML_SCORES)
            .over(Groups.FREE, columns(false), Family.DESCRIPTIVE);

    public record Axes(String x, String y) {}

    /**
     * What does not change the numbers.
     *
     * @param form {@code line} or {@code bar}; empty to let the number of x values decide
     * @param height the least height in pixels
     */
    public record Look(Optional<String> form, boolean logarithmic, OptionalInt height) {
        public static final Look PLAIN = new Look(Optional.empty(), false, OptionalInt.empty());
    }

    private static List<Key> rates(boolean required) {
        return CommonKeys.all(
                List.of(CommonKeys.x(required), y(required)), CommonKeys.SPLIT, LOOK, List.of(CARDS), FIXED);
    }

    private static List<Key> models(boolean required) {
        return CommonKeys.all(
                List.of(CommonKeys.x(required), y(required)),
                CommonKeys.SPLIT,
                List.of(VIEW, CommonKeys.PROPERTY),
                LOOK,
                FIXED);
    }

    private static List<Key> columns(boolean required) {
        Key column = new Key("y", Role.PROPERTY, required, "Column", "the column described");
        Key score = new Key("score", Role.SCORE, required, "Score", "the score of the column along the vertical axis");
        return CommonKeys.all(List.of(CommonKeys.x(required), column, score), CommonKeys.SPLIT, LOOK, FIXED);
    }

    private static Key y(boolean required) {
        return new Key("y", Role.SCORE, required, "Y axis", "the score along the vertical axis");
    }

    private static CubeChart read(ReportReading report) {
        Settings settings = report.settings();
        String x =
                settings.text("x").orElseGet(() -> report.fields().dimensions().get(0));
        Optional<String> color = settings.text("color");
        Facets facets = Facets.of(settings);
        Optional<ScoreView> view =
                settings.text("view").flatMap(ScoreView::of).filter(chosen -> chosen != ScoreView.TREND);
        if (view.isPresent()) {
            return new CurveChart(view.get(), color, facets, new CurveChart.Plain(x, settings.height()));
        }
        // A configured or chosen "none" is a choice, too.
        Optional<String> cards = settings.values().containsKey("cards")
                ? settings.text("cards")
                : color.or(facets::column).or(facets::row);
        return new LineChart(
                new Axes(x, report.score("y", "y")),
                color,
                facets,
                new Look(settings.text("form"), report.isLogarithmic(), settings.height()),
                cards);
    }

    /** The same over another dimension. */
    public LineChart over(String x) {
        return new LineChart(new Axes(x, axes.y()), color, facets, look, cards);
    }

    @Override
    public List<String> grouping() {
        return facets.grouping(List.of(axes.x()), color);
    }

    @Override
    public List<String> scores() {
        return List.of(axes.y());
    }

    @Override
    public Drawing draw(ReportData data) {
        return new LinePlot(this, data).draw();
    }

    /** Cards split a rate. */
    @Override
    public List<KpiCard> cards(ReportData data, ChartNotes notes) {
        return cards.filter(dimension -> data.schema().dimension(dimension).isPresent())
                .filter(dimension -> data.isRate(axes.y()))
                .map(dimension -> new ReportCards(data, axes.y()).of(dimension, notes))
                .orElse(List.of());
    }

    @Override
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("x", axes.x());
        shown.put("y", axes.y());
        shown.put("view", ScoreView.TREND.key());
        shown.put("scale", look.logarithmic() ? "log" : "linear");
        shown.put("cards", cards.orElse(""));
        return shown;
    }

    /** A logarithmic axis has no place for scores that go below zero. */
    @Override
    public Set<String> idle(ReportData data) {
        Set<String> idle = new HashSet<>();
        if (data.centre(data.score(axes.y())).isPresent()) {
            idle.add("scale");
        }
        if (!data.isRate(axes.y())) {
            idle.add("cards");
        }
        return idle;
    }

    @Override
    public boolean needsRequiredDimension() {
        return true;
    }
}
