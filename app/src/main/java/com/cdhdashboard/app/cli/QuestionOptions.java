package com.cdhdashboard.app.cli;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.period.Preset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that ask a cube something. */
final class QuestionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--filter",
            paramLabel = "DIM=VALUES",
            description = "Keep only these values of a dimension, separated by commas; may be repeated. Quote a value"
                    + " that holds a comma: 'Name=\"Fixed/10 years, 3.5 %%\"'. (missing) and (empty) are values too.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--property",
            paramLabel = "COLUMN",
            description = "The column that is looked at, of metrics that know several: Propensity or FinalPropensity of"
                    + " model scores, one of the described columns of descriptive metrics.")
    private Optional<String> property = Optional.empty();

    @Option(
            names = "--period",
            paramLabel = "PRESET",
            description = "Days up to the last one of the data: last7, last28, last90, month (from its first day on) or"
                    + " lastmonth (the whole month before); all is the same as none.")
    private Optional<String> period = Optional.empty();

    Optional<String> property() {
        return property;
    }

    /** Those that are said by values; a period that is none is refused here, too. */
    List<Filter> filters() {
        preset();
        filters.forEach(option -> read("--filter", option, text -> Filters.parse(List.of(text))));
        return Filters.parse(filters);
    }

    /** The filters with the days of the preset, as the data end on this day. */
    List<Filter> within(List<Filter> said, Optional<LocalDate> last) {
        List<Filter> all = new ArrayList<>(said);
        preset().ifPresent(
                        named -> last.ifPresent(day -> all.add(named.upTo(day).filter())));
        return all;
    }

    /** What is said where the data have no days that a period could be of. */
    Optional<String> unnarrowed(Optional<LocalDate> last) {
        return preset().filter(named -> last.isEmpty())
                .map(named -> "The data have no days, so --period narrows nothing.");
    }

    private Optional<Preset> preset() {
        return period.filter(key -> !key.equals(Preset.ALL)).map(this::preset);
    }

    private Preset preset(String key) {
        return Preset.of(key)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(),
                        "Invalid value for --period: " + key + " – there are " + String.join(", ", Preset.keys())));
    }

    /** Reads the text of an option; what is wrong with it is a usage error that quotes it. */
    <T> T read(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "Invalid value for " + option + ": " + text + " – " + e.getMessage());
        }
    }
}
