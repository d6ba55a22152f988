package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a file's content, whatever its name. */
public final class ContentHash {
    private static final int BUFFER_BYTES = 1 << 20;

    private ContentHash() {}

    /** SHA-256 of the bytes of the file, as 64 lower-case hexadecimal digits. */
    public static String of(Path file) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "\"" + file.getFileName() + "\" cannot be read; check that it exists and its permissions",
                    e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
