package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Control.Option;
import com.cdhdashboard.core.report.chart.Report;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportKind;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.ScoreView;
import com.cdhdashboard.core.report.definition.Settings;
import com.cdhdashboard.core.report.definition.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The controls of a report as the capability table has them: one for each key that a reader can set. */
final class Controls {
    private static final Option NONE = new Option("", "none");
    /** What the curves of scores have no use for: an axis of groups, its scale and its form. */
    private static final Set<String> CURVES_LACK = Set.of("x", "y", "form", "scale");

    private static final Option AUTOMATIC = new Option("", "automatic");

    private final Report report;
    private final Settings settings;
    private final ReportData data;
    private final Vocabulary vocabulary;
    private final Optional<String> property;

    Controls(Report report, Settings settings, ReportData data, Vocabulary vocabulary, Optional<String> property) {
        this.report = report;
        this.settings = settings;
        this.data = data;
        this.vocabulary = vocabulary;
        this.property = property;
    }

    List<Control> of(Capability capability) {
        return capability.keys().stream()
                .filter(Key::hasControl)
                .filter(this::makesSense)
                .map(key -> new Control(key.name(), key.label(), options(key, capability.kind()), chosen(key)))
                .toList();
    }

    /** Cards split a rate; a logarithmic axis has no place for scores that go below zero, nor curves for either. */
    private boolean makesSense(Key key) {
        if (report instanceof Report.Curves) {
            return !CURVES_LACK.contains(key.name());
        }
        Optional<String> y = y();
        if (y.isEmpty()) {
            return true;
        }
        return switch (key.role()) {
            case SCALE -> data.centre(data.score(y.get())).isEmpty();
            case DIMENSION -> !key.name().equals("cards") || data.isRate(y.get());
            case SCORE,
                    COMPARED,
                    PROPERTY,
                    VIEW,
                    STAGES,
                    DIMENSIONS,
                    TARGETS,
                    FLAG,
                    HEIGHT,
                    FORM,
                    CHOICE,
                    NUMBER,
                    VALUE -> true;
        };
    }

    private List<Option> options(Key key, ReportKind kind) {
        return switch (key.role()) {
            case DIMENSION -> dimensions(key.required() || key.name().equals("x"));
            case SCORE -> scores();
            case PROPERTY -> {
                boolean numbers = kind == ReportKind.BOXPLOT || kind == ReportKind.HISTOGRAM;
                yield properties(numbers);
            }
            case VIEW ->
                Stream.of(ScoreView.values())
                        .map(view -> new Option(view.key(), view.label()))
                        .toList();
            case COMPARED ->
                Stream.of(Report.Comparison.BY_Z, Report.Comparison.BY_ODDS_RATIO)
                        .map(name -> new Option(name, data.score(name).title()))
                        .toList();
            case FLAG -> List.of(new Option("true", "on"), new Option("false", "off"));
            case SCALE -> List.of(new Option("linear", "linear"), new Option("log", "logarithmic"));
            case FORM -> List.of(AUTOMATIC, new Option("line", "lines"), new Option("bar", "bars"));
            case STAGES, DIMENSIONS, TARGETS, HEIGHT, CHOICE, NUMBER, VALUE -> List.of();
        };
    }

    private List<Option> scores() {
        return vocabulary.scoresOf(property.orElse("")).stream()
                .map(name -> new Option(name, title(name)))
                .toList();
    }

    private String title(String score) {
        return vocabulary.family() == Family.DESCRIPTIVE
                ? DescriptiveScores.title(score)
                : data.score(score).title();
    }

    /** The chosen property stays among them, even where the report cannot draw it. */
    private List<Option> properties(boolean numbers) {
        return vocabulary.properties().stream()
                .filter(name -> !numbers
                        || vocabulary.propertyNames().numeric().contains(name)
                        || property.filter(name::equals).isPresent())
                .map(name -> new Option(name, name))
                .toList();
    }

    private List<Option> dimensions(boolean required) {
        List<Option> options = new ArrayList<>(required ? List.of() : List.of(NONE));
        List<Column> dimensions = new ArrayList<>(data.schema().dimensions());
        dimensions.removeIf(dimension -> data.metric()
                .comparedDimension()
                .filter(dimension.name()::equals)
                .isPresent());
        for (Column dimension : dimensions) {
            options.add(new Option(dimension.name(), dimension.name()));
        }
        return options;
    }

    private String chosen(Key key) {
        if (key.role() == Role.FLAG) {
            return Boolean.toString(settings.flag(key.name(), key.name().equals("showlegend")));
        }
        if (key.role() == Role.PROPERTY) {
            return property.orElse("");
        }
        if (key.role() == Role.SCALE && !(report instanceof Report.Line)) {
            return settings.text(key.name()).orElse("linear");
        }
        String set = settings.text(key.name()).orElse("");
        if (report instanceof Report.Comparison comparison) {
            return chosen(comparison, key, set);
        }
        if (key.role() == Role.VIEW) {
            return report instanceof Report.Curves curves ? curves.view().key() : ScoreView.COURSE.key();
        }
        if (vocabulary.family() == Family.DESCRIPTIVE && key.role() == Role.SCORE) {
            return property.map(column -> report.scores().get(0).substring(column.length() + 1))
                    .orElse(set);
        }
        return report instanceof Report.Line line ? chosen(line, key, set) : set;
    }

    private static String chosen(Report.Comparison comparison, Key key, String set) {
        return switch (key.name()) {
            case "x" -> comparison.by();
            case "y" -> comparison.y();
            default -> set;
        };
    }

    /** What a line chart shows where nothing is set. */
    private static String chosen(Report.Line line, Key key, String set) {
        return switch (key.name()) {
            case "x" -> line.axes().x();
            case "y" -> line.axes().y();
            case "scale" -> line.look().logarithmic() ? "log" : "linear";
            case "cards" -> line.cards().orElse("");
            default -> set;
        };
    }

    private Optional<String> y() {
        return report instanceof Report.Line line ? Optional.of(line.axes().y()) : Optional.empty();
    }
}
