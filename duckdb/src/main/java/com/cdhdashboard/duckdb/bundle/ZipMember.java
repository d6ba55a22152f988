package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.ingest.format.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file that becomes a member of a bundle, as it is: parquet is compressed already. */
public record ZipMember(Path file, long bytes, long checksum, String sha256) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** The earliest time that a zip archive can tell; the same on every day. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public static ZipMember of(Path file) {
        Sha256 digest = new Sha256();
        CRC32 checksum = new CRC32();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                checksum.update(buffer, 0, read);
                bytes += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ZipMember(file, bytes, checksum.getValue(), digest.hex());
    }

    void write(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes);
        entry.setCrc(checksum);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
