package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes real archives, well-behaved and hostile ones. */
public final class TestingArchives {
    /** A thing that may fail while writing to memory, which it never does. */
    public interface Writing<T> {
        void to(T archive) throws IOException;
    }

    private TestingArchives() {}

    public static byte[] zip(Writing<ZipArchiveOutputStream> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            members.to(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] zip(String name, String content) {
        return zip(archive -> put(archive, name, content));
    }

    public static void put(ZipArchiveOutputStream archive, String name, String content) throws IOException {
        put(archive, new ZipArchiveEntry(name), content.getBytes(StandardCharsets.UTF_8));
    }

    public static void put(ZipArchiveOutputStream archive, ZipArchiveEntry entry, byte[] content) throws IOException {
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
    }

    public static byte[] tar(Writing<TarArchiveOutputStream> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            members.to(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] tar(String name, String content) {
        return tar(archive -> put(archive, name, content));
    }

    public static void put(TarArchiveOutputStream archive, String name, String content) throws IOException {
        // The writer would take leading slashes away, as it would from a Windows drive
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        archive.putArchiveEntry(entry);
        archive.write(bytes);
        archive.closeArchiveEntry();
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static long checksum(String content) {
        CRC32 checksum = new CRC32();
        checksum.update(utf8(content));
        return checksum.getValue();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static SourceFile file(Path folder, String name, byte[] content) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
            return new SourceFile(
                    path, name, content.length, Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part as a reader sees it. */
    public record Seen(String member, Format format, long firstRow, boolean spooled, String content) {}

    /** Reads each part at once and deletes it. */
    public static List<Seen> unpack(Unpacker unpacker, SourceFile file) throws InterruptedException {
        List<Seen> seen = new ArrayList<>();
        unpacker.unpack(file, part -> {
            try {
                String content = Files.readString(part.file(), StandardCharsets.ISO_8859_1);
                seen.add(new Seen(part.member(), part.format(), part.firstRow(), part.spooled(), content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            part.delete();
        });
        return seen;
    }
}
