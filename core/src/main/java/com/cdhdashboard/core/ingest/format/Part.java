package com.cdhdashboard.core.ingest.format;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file an engine can read: a chosen file itself, or a piece of it that was unpacked.
 *
 * @param member name of the archive member the rows come from, {@code outer!inner} for archives in archives; empty
 *     where the chosen file is no archive of members
 * @param format NDJSON or PARQUET
 * @param firstRow number of the first row among the rows of the member, from 1; blank lines count
 * @param rows number of rows, where that is known without reading them; blank lines count
 * @param spooled whether the file was made for this part and is the reader's to delete
 * @param converted whether the rows were made from a file of rows and columns; a row that is an array of two texts is
 *     then one that could not be taken: the reason and the content
 */
public record Part(
        SourceFile origin,
        String member,
        Format format,
        Path file,
        long firstRow,
        OptionalLong rows,
        boolean spooled,
        boolean converted) {
    /** The longest row that readers take. */
    public static final long MAX_ROW_BYTES = 16L << 20;

    /** A part in the form its rows have in the file. */
    public Part(
            SourceFile origin,
            String member,
            Format format,
            Path file,
            long firstRow,
            OptionalLong rows,
            boolean spooled) {
        this(origin, member, format, file, firstRow, rows, spooled, false);
    }

    public Part {
        requireNonNull(origin, "origin");
        requireNonNull(member, "member");
        requireNonNull(format, "format");
        requireNonNull(file, "file");
        requireNonNull(rows, "rows");
        boolean readable = format == Format.NDJSON || format == Format.PARQUET;
        if (!(readable && firstRow >= 1)) {
            throw new IllegalArgumentException("not a part: " + format + " from row " + firstRow);
        }
    }

    /** The part with only its good rows, in a file of their own. */
    public Part cleaned(Path cleanFile, long goodRows) {
        return new Part(origin, member, Format.NDJSON, cleanFile, firstRow, OptionalLong.of(goodRows), true);
    }

    /** Deletes the file if it was made for this part; a file of the user is never touched. */
    public void delete() {
        if (!spooled) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the temporary file \"" + file.getFileName() + "\" cannot be deleted",
                    e);
        }
    }
}
