package com.cdhdashboard.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes text files so that whoever reads them, after a crash too, finds the old text or the new one, whole. */
public final class WholeFile {
    /** How the files end that were being written when the program was killed. */
    public static final String UNFINISHED = ".unfinished";

    private WholeFile() {}

    /** Puts a text in the place of a file, or of the one that a link leads to; its permissions stay. */
    public static void write(Path file, String text) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null) {
                throw new IOException(file + " is no file");
            }
            Path beside = Files.createTempFile(folder, "." + target.getFileName() + ".", UNFINISHED);
            try {
                fill(beside, text);
                keepPermissions(target, beside);
                Files.move(beside, target, ATOMIC_MOVE, REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            settle(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void keepPermissions(Path before, Path after) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(after, PosixFileAttributeView.class);
        if (view != null && Files.exists(before)) {
            view.setPermissions(Files.getPosixFilePermissions(before));
        }
    }

    /** Makes the new name last; not every system lets a folder be opened. */
    private static void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // The file itself is written; where this is not possible, its name is as safe as the system makes it
        }
    }
}
