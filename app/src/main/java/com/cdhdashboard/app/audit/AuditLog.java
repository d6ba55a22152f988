package com.cdhdashboard.app.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of tools, one JSON object a line, in a file of bounded size and the one before it. Safe for use by many threads. */
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final String FOLDER = "audit";
    private static final String ENDING = ".ndjson";
    /** A month of a busy agent. */
    private static final long MOST_BYTES = 8L << 20;

    private final Path file;
    private final Path before;
    private final long mostBytes;

    AuditLog(Path folder, String name, long mostBytes) {
        this.file = folder.resolve(name + ENDING);
        this.before = folder.resolve(name + "-before" + ENDING);
        this.mostBytes = mostBytes;
    }

    /**
     * Of one configuration.
     *
     * @param data the data folder
     * @param configuration what it is called in addresses; empty where it is the only one
     */
    public static AuditLog in(Path data, String configuration) {
        String name = configuration.isEmpty() ? "tools" : "tools-" + configuration;
        return new AuditLog(data.resolve(FOLDER), name, MOST_BYTES);
    }

    /** Appends; what cannot be written is said in the log of the program, and whoever asked is answered all the same. */
    synchronized void write(Map<String, @Nullable Object> call) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) >= mostBytes) {
                Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(
                    file,
                    (Json.text(call) + "\n").getBytes(UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("A call of a tool cannot be written to {}", file, e);
        }
    }
}
