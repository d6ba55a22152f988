package com.cdhdashboard.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of text files whose names follow a pattern. What else lies there is passed over, and the log says so once. */
public final class TextFolder {
    /** No text of a configuration may have more bytes. */
    public static final int MOST_BYTES = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TextFolder.class);
    private static final int MOST_REPORTED = 1000;

    private final Path folder;
    private final Pattern names;
    private final Set<String> reported = new LinkedHashSet<>();

    /** @param names the names of the folder's own files; the first group is what they are called by */
    public TextFolder(Path folder, Pattern names) {
        this.folder = requireNonNull(folder, "folder");
        this.names = requireNonNull(names, "names");
    }

    /** A text as it is read again: halves of characters, which no file can hold, become question marks. */
    static String storable(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the configuration has " + bytes.length + " bytes; at most " + MOST_BYTES
                            + " are kept, so shorten it or edit it as a file");
        }
        return new String(bytes, UTF_8);
    }

    /** What the files are called by, each once. */
    public synchronized Set<String> called() {
        Set<String> called = new LinkedHashSet<>();
        if (!Files.isDirectory(folder)) {
            return called;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Matcher matcher = names.matcher(name);
                if (matcher.matches() && Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                    called.add(matcher.group(1));
                } else if (!name.endsWith(WholeFile.UNFINISHED)) {
                    passedOver(name, "is none of the program's");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return called;
    }

    /** The text of a file; empty where it is not there, too large, or no text. */
    public Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                passedOver(name, "is larger than any that the program writes");
                return Optional.empty();
            }
            return Optional.of(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            passedOver(name, "is damaged");
            return Optional.empty();
        } catch (NoSuchFileException removedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void passedOver(String name, String why) {
        if (reported.size() < MOST_REPORTED && reported.add(name)) {
            LOG.warn("{} {} and is passed over", folder.resolve(name), why);
        }
    }

    public void write(String name, String text) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WholeFile.write(folder.resolve(name), text);
    }

    public void remove(List<String> named) {
        try {
            for (String name : named) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was being written when the program was killed. */
    public void removeUnfinished() {
        List<String> unfinished = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + WholeFile.UNFINISHED)) {
                files.forEach(each -> unfinished.add(each.getFileName().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        remove(unfinished);
    }
}
