package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.report.chart.Report;
import com.cdhdashboard.core.report.definition.Capabilities;
import com.cdhdashboard.core.report.definition.ReportKind;
import com.cdhdashboard.core.report.definition.ReportRules;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.ScoreView;
import com.cdhdashboard.core.report.definition.Settings;
import com.cdhdashboard.core.report.definition.Vocabulary;
import java.util.Optional;

/** Reads a report that has passed {@link ReportRules}; what is free to leave out takes its default here. */
final class ReportReading {
    private final ReportConfig config;
    private final Settings settings;
    private final Vocabulary vocabulary;

    ReportReading(ReportConfig config, Vocabulary vocabulary) {
        this.config = config;
        this.settings = new Settings(config.settings());
        this.vocabulary = vocabulary;
    }

    Report as(ReportKind kind) {
        return switch (kind) {
            case LINE, GENERIC -> line();
            case BAR_POLAR ->
                new Report.PolarBar(
                        settings.requiredText("r"),
                        settings.requiredText("theta"),
                        settings.requiredText("color"),
                        settings.flag("showlegend", true));
            case GAUGE ->
                new Report.Gauge(config.groupBy(), settings.requiredText("value"), settings.targets("reference"));
            case TREEMAP -> new Report.Treemap(config.groupBy(), settings.requiredText("color"));
            case HEATMAP -> new Report.HeatMap(settings.requiredText("x"), settings.requiredText("y"), colorOfCells());
            case SCATTER -> scatter();
            case COMPARISON ->
                new Report.Comparison(
                        settings.text("x").orElse(Report.Comparison.BY_Z),
                        settings.text("y")
                                .orElseGet(() -> vocabulary.dimensions().get(0)),
                        facets(),
                        settings.height());
            case BOXPLOT ->
                new Report.BoxPlot(
                        settings.requiredText("x"), property("y"), settings.text("color"), facets(), settings.height());
            case HISTOGRAM ->
                new Report.Histogram(
                        property("x"),
                        facets(),
                        new Report.Histogram.Bars(
                                settings.flag("clip", false),
                                settings.flag("share", false),
                                logarithmic(),
                                settings.height()));
            case FUNNEL ->
                new Report.Funnel(
                        settings.requiredText("x"),
                        settings.texts("stages"),
                        settings.text("color"),
                        facets(),
                        settings.height());
            case EXPOSURE, CORRELATION, PREDICTION, RFM_DENSITY ->
                throw new IllegalArgumentException(kind.type() + " is drawn of customers, not of cubes");
        };
    }

    /** The prepared column that the report is about, of metrics that have several. */
    Optional<String> property(ReportKind kind) {
        if (vocabulary.properties().isEmpty()) {
            return Optional.empty();
        }
        return Capabilities.find(vocabulary.family(), kind.type()).orElseThrow().keys().stream()
                .filter(key -> key.role() == Role.PROPERTY)
                .map(key -> property(key.name()))
                .findFirst();
    }

    /** Says so where a score was asked for that the property does not have. */
    Optional<String> fallback(ReportKind kind) {
        Optional<String> score = settings.text("score");
        return property(kind)
                .filter(name -> score.isPresent() && !vocabulary.scoresOf(name).contains(score.get()))
                .map(name -> name + " holds no numbers, so its count is drawn.");
    }

    private String property(String key) {
        return settings.text(key).orElseGet(() -> vocabulary.properties().get(0));
    }

    private Report line() {
        String x = settings.text("x").orElseGet(() -> vocabulary.dimensions().get(0));
        Optional<String> color = settings.text("color");
        Optional<ScoreView> view =
                settings.text("view").flatMap(ScoreView::of).filter(chosen -> chosen != ScoreView.COURSE);
        if (view.isPresent()) {
            return new Report.Curves(view.get(), color, facets(), new Report.Curves.Plain(x, settings.height()));
        }
        // A configured or chosen "none" is a choice, too.
        Optional<String> cards = settings.values().containsKey("cards")
                ? settings.text("cards")
                : color.or(facets()::column).or(facets()::row);
        return new Report.Line(
                new Report.Line.Axes(x, y()),
                color,
                facets(),
                new Report.Line.Look(settings.text("form"), logarithmic(), settings.height()),
                cards);
    }

    private String y() {
        return vocabulary.family() == Family.DESCRIPTIVE
                ? describing("y")
                : settings.text("y").orElseGet(() -> vocabulary.scores().get(0));
    }

    private String colorOfCells() {
        return vocabulary.family() == Family.DESCRIPTIVE ? describing("property") : settings.requiredText("color");
    }

    /** The score of a described column; its count where it has no other. */
    private String describing(String key) {
        String property = property(key);
        String score =
                settings.text("score").orElseGet(() -> vocabulary.scores().get(0));
        return DescriptiveScores.name(
                property, vocabulary.scoresOf(property).contains(score) ? score : DescriptiveScores.COUNT);
    }

    private Report.Scatter scatter() {
        return new Report.Scatter(
                new Report.Scatter.Axis(settings.requiredText("x"), settings.flag("log_x", false)),
                new Report.Scatter.Axis(settings.requiredText("y"), settings.flag("log_y", false)),
                settings.requiredText("size"),
                settings.requiredText("color"),
                new Report.Scatter.Steps(
                        settings.requiredText("animation_frame"), settings.requiredText("animation_group")));
    }

    private Report.Facets facets() {
        return new Report.Facets(settings.text("facet_row"), settings.text("facet_column"));
    }

    private boolean logarithmic() {
        return settings.text("scale").map("log"::equals).orElseGet(() -> settings.flag("log_y", false));
    }
}
