package com.cdhdashboard.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a configuration is read from, and where one that is applied in the product is written: the file that the program
 * was started with. One that comes with the program, or a file that cannot be written, is saved beside the data
 * instead and read from there at the next start. A file that has changed since goes before what was saved beside.
 *
 * @param given the file that was named; empty for one that comes with the program
 * @param beside the file in the data folder
 */
public record ConfigurationPlace(Optional<Path> given, Path beside) {
    /** The name of the configuration that is used where none is named. */
    public static final String DEFAULT = "default";

    private static final String ENDING = ".toml";

    public ConfigurationPlace {
        requireNonNull(given, "given");
        requireNonNull(beside, "beside");
    }

    /** Of a file that was named. */
    public static ConfigurationPlace ofFile(Path file, Path data) {
        String name = String.valueOf(file.getFileName());
        return new ConfigurationPlace(
                Optional.of(file), folder(data).resolve(name.endsWith(ENDING) ? name : name + ENDING));
    }

    /** Of a configuration that comes with the program. */
    public static ConfigurationPlace packaged(String name, Path data) {
        return new ConfigurationPlace(Optional.empty(), folder(data).resolve(name + ENDING));
    }

    private static Path folder(Path data) {
        return data.resolve("configuration");
    }

    /** What it was named at the start. */
    public String name() {
        return given.map(Path::toString)
                .orElse("the configuration \"" + kept().getFileName() + "\" that comes with the program");
    }

    /** The data folder. */
    public Path data() {
        return Optional.ofNullable(beside.getParent()).map(Path::getParent).orElse(Path.of(""));
    }

    /** The folder of drafts and of what was applied, which several configurations over the same data do not share. */
    public Path kept() {
        String file = String.valueOf(beside.getFileName());
        return beside.resolveSibling(file.substring(0, file.length() - ENDING.length()));
    }

    /** The file to read; empty where the configuration that comes with the program is used. */
    public Optional<Path> source() {
        return isSavedBeside() ? Optional.of(beside) : given;
    }

    /** Whether what was saved beside the data is used. */
    public boolean isSavedBeside() {
        if (!Files.isRegularFile(beside)) {
            return false;
        }
        return given.isEmpty() || (!isWritable(given.get()) && text(of()).equals(Optional.of(hash(given.get()))));
    }

    /** The file that the next applied configuration is written to. */
    public Path target() {
        return given.filter(ConfigurationPlace::isWritable).orElse(beside);
    }

    /** What is to be said at the start, where another text is used than the one that was named. */
    public Optional<String> note() {
        if (isSavedBeside()) {
            return Optional.of("The configuration is " + beside
                    + ", which was applied in the product; remove that file to" + " go back to "
                    + given.map(Path::toString).orElse("the one that comes with the program") + ".");
        }
        return given.filter(file -> !isWritable(file) && Files.isRegularFile(beside))
                .map(file -> file + " has changed since " + beside
                        + " was applied in the product, so that one is no longer used.");
    }

    /** The text as it is now in the file that is read; empty where there is none. */
    public Optional<String> text() {
        return source().flatMap(ConfigurationPlace::text);
    }

    /** Saves a text so that the next start reads it. */
    public void write(String text) {
        try {
            Path target = target();
            if (target.equals(beside)) {
                Files.createDirectories(beside.getParent());
                if (given.isPresent()) {
                    WholeFile.write(of(), hash(given.get()));
                }
            }
            WholeFile.write(target, text);
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the configuration could not be written to " + target()
                            + ", so nothing was applied; make room on the disk, or allow writing there",
                    e);
        }
    }

    /** Tells which text of the named file the one beside the data was made of. */
    private Path of() {
        return Path.of(beside + ".of");
    }

    /** To write a file whole, its folder must be writable, too. */
    private static boolean isWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isWritable(file) && folder != null && Files.isWritable(folder);
    }

    private static String hash(Path file) {
        return TextHash.of(text(file).orElse(""));
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new String(Files.readAllBytes(file), UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES, file + " cannot be read; check that you may read it", e);
        }
    }
}
