package com.cdhdashboard.core.config.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Problems;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a TOML configuration. Whatever is wrong with the text is told as problems, all at once and in file order, and
 * the parts without errors are there to work with.
 */
public final class ConfigurationReader {
    private static final String REPLACEMENT = "\uFFFD";

    private ConfigurationReader() {}

    /**
     * Reads a file.
     *
     * @throws UserException where there is no such file or it cannot be read
     */
    public static LoadedConfiguration read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "there is no configuration file " + file + "; give the path of a TOML file");
        }
        try {
            return read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "the configuration file " + file + " cannot be read; check that you may read it",
                    e);
        }
    }

    /**
     * Reads text.
     *
     * @param fileName what problems call the text
     */
    public static LoadedConfiguration read(String text, String fileName) {
        return read(Document.parse(text, fileName), text, List.of());
    }

    /** Reads text that is edited, which the TOML library has read already. */
    public static LoadedConfiguration read(TomlText text, String fileName) {
        return read(Document.of(text, fileName), text.text(), List.of());
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

    private static LoadedConfiguration read(byte[] bytes, String fileName) {
        String text = new String(bytes, UTF_8);
        List<Problem> encoding = isUtf8(bytes) ? List.of() : List.of(notUtf8(text, fileName));
        return read(Document.parse(text, fileName), text, encoding);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Problem notUtf8(String text, String fileName) {
        String before = text.substring(0, Math.max(0, text.indexOf(REPLACEMENT)));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = Math.toIntExact(before.chars().filter(c -> c == '\n').count()) + 1;
        Position position = new Position(fileName, line, before.codePointCount(lineStart, before.length()) + 1);
        return new Problem(
                Severity.ERROR, Optional.of(position), "", "not UTF-8 text; save the file in the encoding UTF-8");
    }

    private static LoadedConfiguration read(Document document, String text, List<Problem> encoding) {
        Problems problems = new Problems();
        Configuration configuration = configuration(Section.root(document, problems));
        List<Problem> all = new ArrayList<>(encoding);
        all.addAll(document.syntaxProblems());
        problems.list().stream()
                .filter(problem ->
                        problem.position().filter(document::belowBrokenHeader).isEmpty())
                .forEach(all::add);
        all.sort(comparing(problem -> problem.position().orElseGet(document::start), inFileOrder()));
        return new LoadedConfiguration(configuration, all, text);
    }

    private static Comparator<Position> inFileOrder() {
        return comparing(Position::line).thenComparing(Position::column);
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
