package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What a file holds, told by its content; its name does not matter. */
public enum Format {
    ZIP,
    GZIP,
    TAR,
    TAR_GZIP,
    /** One JSON object a line; also a file with no rows at all. */
    NDJSON,
    JSON_ARRAY,
    PARQUET,
    CSV,
    /** A workbook; read only where tables are. */
    XLSX;

    /**
     * The format of the file, from its first bytes.
     *
     * @throws UserException where it is none of these; the message says what it looks like instead
     */
    public static Format of(Path file) {
        return of(file, Optional.empty());
    }

    /**
     * The format of the file, where files of rows and columns are read in all their forms.
     *
     * @param tables how these are read; absent: only CSV in UTF-8 is
     */
    static Format of(Path file, Optional<TableOptions> tables) {
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
