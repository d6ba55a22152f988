package com.cdhdashboard.app.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Lays the program out so that it starts fast: its jar without the engine's libraries, and beside it the library of this
 * machine. From the jar as it is built the engine unpacks 70 MB to the temporary folder at each start; it looks beside
 * the jar where the jar has no library.
 */
final class QuickStart {
    private static final String LIBRARY = "libduckdb_java";

    private QuickStart() {}

    /** Argument: the folder to lay the program out in; it must not exist. Called by the start script, after a build. */
    public static void main(String[] args) throws IOException, URISyntaxException {
        Path jar = Path.of(QuickStart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        lay(jar, Path.of(args[0]));
    }

    static void lay(Path jar, Path folder) throws IOException {
        Files.createDirectory(folder);
        try (ZipFile full = ZipFile.builder().setPath(jar).get()) {
            Optional<ZipArchiveEntry> library = libraryName().map(name -> full.getEntry(name));
            if (library.isEmpty()) {
                throw new IOException("no library of the engine for this machine in " + jar);
            }
            Files.copy(
                    full.getInputStream(library.get()),
                    folder.resolve(library.get().getName()));
            try (ZipArchiveOutputStream slim = new ZipArchiveOutputStream(folder.resolve("cdhdashboard.jar"))) {
                for (ZipArchiveEntry entry : Collections.list(full.getEntriesInPhysicalOrder())) {
                    if (!entry.getName().startsWith(LIBRARY)) {
                        slim.addRawArchiveEntry(entry, full.getRawInputStream(entry));
                    }
                }
            }
        }
    }

    /** The name by which the engine looks for its library. */
    private static Optional<String> libraryName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String arch = processor.equals("x86_64") ? "amd64" : processor.equals("aarch64") ? "arm64" : processor;
        if (system.startsWith("linux")) {
            return Optional.of(LIBRARY + ".so_linux_" + arch);
        }
        return system.startsWith("mac") ? Optional.of(LIBRARY + ".so_macos_" + arch) : Optional.empty();
    }
}
