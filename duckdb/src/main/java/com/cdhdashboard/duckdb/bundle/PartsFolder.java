package com.cdhdashboard.duckdb.bundle;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;

/** The folder in which a bundle is made, beside the place where it will be; gone when it is done. */
public record PartsFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = ".cdhcubes-";

    public static PartsFolder beside(Path target) {
        try {
            Path folder = requireNonNull(target.toAbsolutePath().normalize().getParent(), "folder");
            return new PartsFolder(Files.createTempDirectory(folder, PREFIX));
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Removes the folders beside this one, which imports have left behind that were killed. */
    void removeOthers() {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(requireNonNull(path.getParent(), "parent"), PREFIX + "*")) {
            for (Path folder : folders) {
                if (!folder.equals(path)) {
                    new PartsFolder(folder).close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UserException unwritable(Path target, IOException cause) {
        return new UserException(
                UserException.Kind.RESOURCES,
                "the bundle " + target + " cannot be written ("
                        + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "); choose another folder, or make room and allow writing there",
                cause);
    }

    public Path folder(String name) {
        try {
            return Files.createDirectory(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs the members and puts the archive in its place at once; gives its size. */
    public long zip(Map<String, ZipMember> members, Path target) {
        Path archive = path.resolve("bundle.zip");
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, ZipMember> member : members.entrySet()) {
                member.getValue().write(zip, member.getKey());
            }
            zip.finish();
            file.force(true);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
        try {
            long bytes = Files.size(archive);
            Files.move(archive, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(path)) {
            List<Path> all = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
