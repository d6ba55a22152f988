package com.cdhdashboard.assistant.settings;

import com.cdhdashboard.core.config.read.Section;
import com.cdhdashboard.core.config.read.TomlFile;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of models says.
 *
 * @param settings by purpose; none where something is wrong
 * @param problems all that is wrong with the file, in its order
 */
public record ModelFile(Map<Purpose, ModelSettings> settings, List<Problem> problems) {
    private static final String NOUN = "file of models";

    public ModelFile {
        settings = Map.copyOf(settings);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @throws com.cdhdashboard.core.error.UserException where there is no such file or it cannot be read
     */
    public static ModelFile read(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        return of(TomlFile.read(file, NOUN, root -> read(root, folder)));
    }

    /**
     * Reads text.
     *
     * @param fileName what problems call the text
     */
    public static ModelFile read(String text, String fileName) {
        return of(TomlFile.read(text, fileName, root -> read(root, Path.of(""))));
    }

    /** What holds where there is no file. */
    public static ModelFile defaults() {
        return read("", NOUN);
    }

    private static ModelFile of(TomlFile.Reading<Map<Purpose, ModelSettings>> reading) {
        boolean sound = reading.problems().stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        // What stands in the defaults is read for each purpose
        return new ModelFile(
                sound ? reading.value() : Map.of(),
                reading.problems().stream().distinct().toList());
    }

    /** @param folder in which relative paths of the file begin */
    private static Map<Purpose, ModelSettings> read(Section file, Path folder) {
        Section root = file.by(ModelKeys.FILE);
        Layers defaults = Layers.of(root).with(root.section(ModelKeys.DEFAULTS));
        Map<Purpose, ModelSettings> settings = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Layers layers = defaults.with(root.section(purpose.table()));
            new SettingsReader(purpose, layers, folder).read().ifPresent(each -> settings.put(purpose, each));
        }
        return settings;
    }
}
