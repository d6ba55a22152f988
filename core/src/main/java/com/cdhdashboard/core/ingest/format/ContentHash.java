package com.cdhdashboard.core.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The identity of a file's content, whatever its name.
 *
 * @param sha256 of all of it, as 64 lower-case hexadecimal digits: a file taken for another is a file lost
 * @param ofFirstStores what stores of the first version keep in its place: SHA-256 of beginning, length and two checksums
 */
public record ContentHash(String sha256, String ofFirstStores) {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int BEGINNING_BYTES = 64 << 10;

    /**
     * The hash of a file.
     *
     * @param name what the file is called in messages
     * @param moved told of each piece that was read
     */
    public static ContentHash of(Path file, String name, Runnable moved) {
        try (InputStream in = Files.newInputStream(file)) {
            Sha256 whole = new Sha256();
            Sha256 first = new Sha256();
            CRC32 checksum = new CRC32();
            CRC32C other = new CRC32C();
            long length = 0;
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = fill(in, buffer); read > 0; read = fill(in, buffer)) {
                whole.update(buffer, 0, read);
                first.update(buffer, 0, length == 0 ? Math.min(read, BEGINNING_BYTES) : 0);
                checksum.update(buffer, 0, read);
                other.update(buffer, 0, read);
                length += read;
                moved.run();
            }
            byte[] end = ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(length)
                    .putLong(checksum.getValue())
                    .putLong(other.getValue())
                    .array();
            first.update(end, 0, end.length);
            return new ContentHash(whole.hex(), first.hex());
        } catch (IOException e) {
            throw Refusal.unreadable(name, e);
        }
    }

    private static int fill(InputStream in, byte[] buffer) throws IOException {
        return in.readNBytes(buffer, 0, buffer.length);
    }
}
