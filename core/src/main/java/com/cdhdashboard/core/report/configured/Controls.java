package com.cdhdashboard.core.report.configured;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Control.Option;
import com.cdhdashboard.core.report.chart.CubeChart;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.ScoreView;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The controls of a report as the capability table has them: one for each key that a reader can set. */
final class Controls {
    private static final List<String> AXES = List.of("x", "y");

    private final CubeChart chart;
    private final Settings settings;
    private final ReportData data;
    private final FieldCatalogue fields;
    private final Optional<String> property;

    Controls(CubeChart chart, ReportReading report, ReportData data) {
        this.chart = chart;
        this.settings = report.settings();
        this.data = data;
        this.fields = report.fields();
        this.property = report.property();
    }

    List<Control> of(Capability capability) {
        return capability
                .offered(chart.idle(data))
                .map(key -> new Control(key.name(), key.label(), options(key), chosen(key)))
                .toList();
    }

    private List<Option> options(Key key) {
        return switch (key.role()) {
            case DIMENSION -> dimensions(key);
            case SCORE -> scores();
            case PROPERTY -> properties(key.allowed().equals(Allowed.OF_NUMBERS));
            case VIEW ->
                Stream.of(ScoreView.values())
                        .map(view -> new Option(view.key(), view.label()))
                        .toList();
            case COMPARED -> compared(key);
            case FLAG -> Option.ON_OFF;
            case SCALE -> List.of(new Option("linear", "linear"), new Option("log", "logarithmic"));
            case FORM -> List.of(Option.AUTOMATIC, new Option("line", "lines"), new Option("bar", "bars"));
            case STAGES, TARGETS, HEIGHT, CHOICE, NUMBER, VALUE -> List.of();
        };
    }

    private List<Option> compared(Key key) {
        return key.allowed() instanceof Allowed.Scores scores
                ? scores.offered().stream()
                        .map(name -> new Option(name, data.score(name).title()))
                        .toList()
                : List.of();
    }

    private List<Option> scores() {
        return fields.scoresOf(property.orElse("")).stream()
                .map(name -> new Option(name, title(name)))
                .toList();
    }

    private String title(String score) {
        return fields.family() == Family.DESCRIPTIVE
                ? DescriptiveScores.title(score)
                : data.score(score).title();
    }

    /** The chosen property stays among them, even where the report cannot draw it. */
    private List<Option> properties(boolean numbers) {
        return fields.properties().stream()
                .filter(name -> !numbers
                        || fields.propertyNames().numeric().contains(name)
                        || property.filter(name::equals).isPresent())
                .map(name -> new Option(name, DimensionTitle.of(name)))
                .toList();
    }

    private List<Option> dimensions(Key key) {
        boolean required = key.required() || key.name().equals("x");
        List<Option> options = new ArrayList<>(required ? List.of() : List.of(Option.NONE));
        data.schema().dimensions().stream()
                .map(Column::name)
                .filter(name -> isOffered(key, name))
                .filter(name ->
                        data.metric().comparedDimension().filter(name::equals).isEmpty())
                .forEach(name -> options.add(new Option(name, DimensionTitle.of(name))));
        return options;
    }

    /** Steps of time that follow from the day are for axes; elsewhere they would make long lists longer. */
    private boolean isOffered(Key key, String dimension) {
        return AXES.contains(key.name())
                || TimeStep.of(dimension).isEmpty()
                || data.metric().grain().contains(dimension)
                || dimension.equals(set(key));
    }

    private String chosen(Key key) {
        if (key.role() == Role.PROPERTY) {
            return property.orElse("");
        }
        if (fields.family() == Family.DESCRIPTIVE && key.role() == Role.SCORE && property.isPresent()) {
            return chart.scores().get(0).substring(property.get().length() + 1);
        }
        return Optional.ofNullable(chart.shown().get(key.name())).orElseGet(() -> set(key));
    }

    private String set(Key key) {
        return switch (key.role()) {
            case FLAG -> Boolean.toString(settings.flag(key.name(), false));
            case SCALE -> settings.text(key.name()).orElse("linear");
            default -> settings.text(key.name()).orElse("");
        };
    }
}
