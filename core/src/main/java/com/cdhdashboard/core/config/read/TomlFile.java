package com.cdhdashboard.core.config.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Problems;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a file of TOML table by table, and tells all that is wrong with it at once, in the order of the file. */
public final class TomlFile {
    private static final String REPLACEMENT = "\uFFFD";

    private TomlFile() {}

    /** What was made of a file. */
    public record Reading<T>(T value, List<Problem> problems, String text) {
        public Reading {
            requireNonNull(value, "value");
            problems = List.copyOf(problems);
            requireNonNull(text, "text");
        }
    }

    /**
     * Reads a file.
     *
     * @param noun what the file is, as messages say it
     * @throws UserException where there is no such file or it cannot be read
     */
    public static <T> Reading<T> read(Path file, String noun, Function<Section, T> reader) {
        if (!Files.isRegularFile(file)) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "there is no " + noun + " " + file + "; give the path of a TOML file");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, UTF_8);
            List<Problem> encoding = isUtf8(bytes) ? List.of() : List.of(notUtf8(text, file.toString()));
            return read(Document.parse(text, file.toString()), text, encoding, reader);
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "the " + noun + " " + file + " cannot be read; check that you may read it",
                    e);
        }
    }

    /**
     * Reads text.
     *
     * @param fileName what problems call the text
     */
    public static <T> Reading<T> read(String text, String fileName, Function<Section, T> reader) {
        return read(Document.parse(text, fileName), text, List.of(), reader);
    }

    /** Reads text that is edited, which the TOML library has read already. */
    static <T> Reading<T> read(TomlText text, String fileName, Function<Section, T> reader) {
        return read(Document.of(text, fileName), text.text(), List.of(), reader);
    }

    private static <T> Reading<T> read(
            Document document, String text, List<Problem> encoding, Function<Section, T> reader) {
        Problems problems = new Problems();
        T value = reader.apply(Section.root(document, problems));
        List<Problem> all = new ArrayList<>(encoding);
        all.addAll(document.syntaxProblems());
        problems.list().stream()
                .filter(problem ->
                        problem.position().filter(document::belowBrokenHeader).isEmpty())
                .forEach(all::add);
        all.sort(comparing(problem -> problem.position().orElseGet(document::start), inFileOrder()));
        return new Reading<>(value, all, text);
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

    private static Comparator<Position> inFileOrder() {
        return comparing(Position::line).thenComparing(Position::column);
    }
}
