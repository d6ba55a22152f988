package com.cdhdashboard.core.ingest.format;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What a file holds, told by its content; its name does not matter. */
public enum Format {
    ZIP,
    GZIP,
    TAR,
    TAR_GZIP,
    /** JSON objects, of parts one a line; also a file with no rows at all. */
    NDJSON,
    PARQUET,
    CSV,
    /** A workbook. */
    XLSX;

    /** {@link #of(Path, TableOptions)} where nothing says how files of rows and columns are read. */
    public static Format of(Path file) {
        return of(file, TableOptions.RECOGNISED);
    }

    /**
     * The format of the file, from its first bytes.
     *
     * @param tables how files of rows and columns are read
     * @throws UserException where it is none of these; the message says what it looks like instead
     */
    public static Format of(Path file, TableOptions tables) {
        String name = file.getFileName().toString();
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(FileHead.BYTES);
        } catch (IOException e) {
            throw Refusal.unreadable(name, e);
        }
        Format format = new FileHead(name, head, tables).format();
        return format == GZIP && holdsTar(file) ? TAR_GZIP : format;
    }

    /** Whether files of this format are containers that must be unpacked. */
    public boolean isArchive() {
        return this == ZIP || this == GZIP || this == TAR || this == TAR_GZIP;
    }

    private static boolean holdsTar(Path gzip) {
        try (InputStream in = new GzipCompressorInputStream(Files.newInputStream(gzip))) {
            return FileHead.isTar(in.readNBytes(FileHead.TAR_HEADER_BYTES));
        } catch (IOException e) {
            // Damage this early is reported by whoever unpacks the file
            return false;
        }
    }
}
