package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Part;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file of rejected rows: one JSON object a line with file, member, row, reason and the content as it was found. It
 * is appended to, and comes into being with the first row. Safe for use by many threads.
 */
public final class RejectedRows implements Closeable {
    /** Of a row, no more than this is kept. */
    public static final int MAX_CONTENT_CHARACTERS = 10_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private Optional<Writer> writer = Optional.empty();
    private final Map<SourceFile, String> firsts = new HashMap<>();
    private long count;

    public RejectedRows(Path file) {
        this.file = file;
    }

    /** @param row number among the rows of the member, from 1 */
    public synchronized void append(Part part, long row, String reason, String content) {
        try {
            Writer out = open();
            out.write(line(part, row, reason, content));
            out.flush();
            count++;
            firsts.putIfAbsent(part.origin(), place(part, row) + ": " + reason);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Drops the rows that were appended, as they are read again. */
    public synchronized void forget() {
        close();
        try {
            if (count > 0) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        writer = Optional.empty();
        count = 0;
    }

    /** Rows appended through this object. */
    public synchronized long count() {
        return count;
    }

    /** Where the first row of a file stands that was rejected, and why. */
    public synchronized Optional<String> firstOf(SourceFile origin) {
        return Optional.ofNullable(firsts.get(origin));
    }

    private static String place(Part part, long row) {
        return "row " + row + (part.member().isEmpty() ? "" : " of " + part.member());
    }

    public Path file() {
        return file;
    }

    @Override
    public synchronized void close() {
        try {
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Writer open() throws IOException {
        if (writer.isEmpty()) {
            // Not a channel: an interrupt would close it. Half a character becomes a question mark, where a strict
            // writer would refuse the row
            writer = Optional.of(new BufferedWriter(
                    new OutputStreamWriter(new FileOutputStream(file.toFile(), true), StandardCharsets.UTF_8)));
        }
        return writer.get();
    }

    private static String line(Part part, long row, String reason, String content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("file", part.origin().name());
            json.writeStringField("member", part.member());
            json.writeNumberField("row", row);
            json.writeStringField("reason", reason);
            json.writeStringField("content", shortened(content));
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static String shortened(String content) {
        if (content.length() <= MAX_CONTENT_CHARACTERS) {
            return content;
        }
        // Never half of a character that takes two
        int end = MAX_CONTENT_CHARACTERS;
        return content.substring(0, Character.isHighSurrogate(content.charAt(end - 1)) ? end - 1 : end);
    }

    private UserException unwritable(IOException cause) {
        return new UserException(
                UserException.Kind.RESOURCES,
                "the rejected rows cannot be written to " + file + " (" + cause.getMessage()
                        + "). Make room on the disk",
                cause);
    }
}
