package com.cdhdashboard.assistant.privacy;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people have agreed to, in a file that is replaced as a whole; one that cannot be read agrees to nothing. */
public final class ApprovalsFile implements Approvals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public ApprovalsFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized boolean approved(String model, String fingerprint) {
        return fingerprint.equals(read().get(model));
    }

    @Override
    public synchronized void approve(String model, String fingerprint) {
        Map<String, String> approved = read();
        approved.put(model, fingerprint);
        write(approved);
    }

    @Override
    public synchronized void withdraw(String model) {
        Map<String, String> approved = read();
        if (approved.remove(model) != null) {
            write(approved);
        }
    }

    private Map<String, String> read() {
        Map<String, String> approved = new LinkedHashMap<>();
        try {
            if (Files.exists(file)) {
                JsonNode json = JSON.readTree(Files.readAllBytes(file));
                json.path("approved")
                        .properties()
                        .forEach(each ->
                                approved.put(each.getKey(), each.getValue().asText()));
            }
        } catch (IOException e) {
            approved.clear();
        }
        return approved;
    }

    private void write(Map<String, String> approved) {
        ObjectNode json = Content.object().put("version", 1);
        ObjectNode models = json.putObject("approved");
        approved.forEach(models::put);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    whole, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Content.text(json).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UserException.ofDisk(new UncheckedIOException(e));
        }
    }
}
