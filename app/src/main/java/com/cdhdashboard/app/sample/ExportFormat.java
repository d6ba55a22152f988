package com.cdhdashboard.app.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How the rows of a day are put into a file. */
public enum ExportFormat {
    /** A zip archive with one member {@code data.json} of JSON lines, as Pega writes it. */
    ZIP("json.zip"),
    GZ("json.gz"),
    JSON("json"),
    PARQUET("parquet");

    private static final int BUFFER = 1 << 16;

    /** Rows are so alike that more effort takes twice the time for a tenth of the size. */
    private static final int COMPRESSION = 4;

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    String fileName(String stem) {
        return stem + "." + extension;
    }

    /** Opens a file for JSON lines; parquet is made of plain lines afterwards. */
    OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return switch (this) {
            case ZIP -> zip(out);
            case GZ -> new FastGzip(out);
            case JSON, PARQUET -> out;
        };
    }

    private static OutputStream zip(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(COMPRESSION);
        ZipEntry entry = new ZipEntry("data.json");
        // The clock must not show in the bytes; this is the earliest time a zip entry can have.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        return zip;
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(COMPRESSION);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
