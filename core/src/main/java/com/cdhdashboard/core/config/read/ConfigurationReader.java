package com.cdhdashboard.core.config.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads a TOML configuration. Whatever is wrong with the text is told as problems, all at once and in file order, and
 * the parts without errors are there to work with.
 */
public final class ConfigurationReader {
    private ConfigurationReader() {}

    /**
     * Reads a file.
     *
     * @throws UserException where there is no such file or it cannot be read
     */
    public static LoadedConfiguration read(Path file) {
        return loaded(TomlFile.read(file, "configuration file", ConfigurationReader::configuration));
    }

    /**
     * Reads text.
     *
     * @param fileName what problems call the text
     */
    public static LoadedConfiguration read(String text, String fileName) {
        return loaded(TomlFile.read(text, fileName, ConfigurationReader::configuration));
    }

    /** Reads text that is edited, which the TOML library has read already. */
    public static LoadedConfiguration read(TomlText text, String fileName) {
        return loaded(TomlFile.read(text, fileName, ConfigurationReader::configuration));
    }

    /** The configuration used where none is given: made for any plain export of interaction history. */
    public static LoadedConfiguration defaults() {
        return packaged("default.toml");
    }

    /** The configuration of the demo export. */
    public static LoadedConfiguration demo() {
        return packaged("demo.toml");
    }

    /** The text of {@link #defaults}. */
    public static String defaultText() {
        return packagedText("default.toml");
    }

    /** The text of {@link #demo}. */
    public static String demoText() {
        return packagedText("demo.toml");
    }

    private static LoadedConfiguration packaged(String name) {
        return read(packagedText(name), name);
    }

    private static String packagedText(String name) {
        try (InputStream resource = Configuration.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoadedConfiguration loaded(TomlFile.Reading<Configuration> reading) {
        return new LoadedConfiguration(reading.value(), reading.problems(), reading.text());
    }

    private static Configuration configuration(Section file) {
        Section root = file.by(ConfigurationKeys.FILE);
        GeneralReader general = new GeneralReader(root);
        SourceReader sources = new SourceReader(root);
        MetricReader.Metrics metrics = new MetricReader(root).read();
        return new Configuration(
                general.branding(),
                general.userInterface(),
                sources.interactionHistory(),
                sources.holdings(),
                metrics.globalFilters(),
                metrics.usable(),
                new ReportReader(root, metrics).read(),
                general.variant(),
                general.chat(metrics.names()),
                new AssistantReader(root, metrics).read());
    }
}
