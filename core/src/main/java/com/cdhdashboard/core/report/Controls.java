package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.report.Control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The controls of a report as the capability table has them: one for each key that a reader can set. */
final class Controls {
    private static final Option NONE = new Option("", "none");
    private static final Option AUTOMATIC = new Option("", "automatic");

    private final Report report;
    private final Settings settings;
    private final ReportData data;
    private final List<String> scores;

    Controls(Report report, Settings settings, ReportData data, List<String> scores) {
        this.report = report;
        this.settings = settings;
        this.data = data;
        this.scores = List.copyOf(scores);
    }

    List<Control> of(Capability capability) {
        return capability.keys().stream()
                .filter(Key::hasControl)
                .filter(this::makesSense)
                .map(key -> new Control(key.name(), key.label(), options(key), chosen(key)))
                .toList();
    }

    /** Cards split a rate; a logarithmic axis has no place for scores that go below zero. */
    private boolean makesSense(Key key) {
        Optional<String> y = y();
        if (y.isEmpty()) {
            return true;
        }
        return switch (key.role()) {
            case SCALE -> data.centre(data.score(y.get())).isEmpty();
            case DIMENSION -> !key.name().equals("cards") || data.isRate(y.get());
            case SCORE, COMPARED, DIMENSIONS, TARGETS, FLAG, HEIGHT, FORM, CHOICE, NUMBER, VALUE -> true;
        };
    }

    private List<Option> options(Key key) {
        return switch (key.role()) {
            case DIMENSION -> dimensions(key.required() || key.name().equals("x"));
            case SCORE ->
                scores.stream()
                        .map(name -> new Option(name, data.score(name).title()))
                        .toList();
            case COMPARED ->
                Stream.of(Report.Comparison.BY_Z, Report.Comparison.BY_ODDS_RATIO)
                        .map(name -> new Option(name, data.score(name).title()))
                        .toList();
            case FLAG -> List.of(new Option("true", "on"), new Option("false", "off"));
            case SCALE -> List.of(new Option("linear", "linear"), new Option("log", "logarithmic"));
            case FORM -> List.of(AUTOMATIC, new Option("line", "lines"), new Option("bar", "bars"));
            case DIMENSIONS, TARGETS, HEIGHT, CHOICE, NUMBER, VALUE -> List.of();
        };
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
        String set = settings.text(key.name()).orElse("");
        if (report instanceof Report.Comparison comparison) {
            return chosen(comparison, key, set);
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
