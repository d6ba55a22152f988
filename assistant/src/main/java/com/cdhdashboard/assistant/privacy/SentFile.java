package com.cdhdashboard.assistant.privacy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolOffer;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What was sent, in a file with a line of JSON for each prompt. When it is full it becomes the earlier one of two files, and the
 * one before is deleted, so that the log has a size.
 */
public final class SentFile implements SentLog {
    private static final long FULL = 10L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path current;
    private final Path earlier;
    private final long full;

    /**
     * A prompt that was sent, to be read.
     *
     * @param messages as they were sent, in order
     * @param tools that were offered, by name
     */
    public record Entry(
            Instant at, String model, String purpose, String instructions, List<Said> messages, List<String> tools) {
        public Entry {
            messages = List.copyOf(messages);
            tools = List.copyOf(tools);
        }
    }

    /**
     * A part of a conversation.
     *
     * @param from {@code question}, {@code answer} or {@code tool}
     */
    public record Said(String from, String text) {}

    public SentFile(Path folder) {
        this(folder, FULL);
    }

    public SentFile(Path folder, long full) {
        this.current = folder.resolve("sent.jsonl");
        this.earlier = folder.resolve("sent-earlier.jsonl");
        this.full = full;
    }

    @Override
    public synchronized void add(Sent sent) {
        byte[] line = (Content.text(json(sent)) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(current.toAbsolutePath().getParent());
            if (Files.exists(current) && Files.size(current) + line.length > full) {
                Files.move(current, earlier, StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel file = FileChannel.open(current, CREATE, READ, WRITE)) {
                append(file, line);
            }
        } catch (IOException e) {
            throw UserException.ofDisk(new UncheckedIOException(e));
        }
    }

    /** Behind what is there; what a crash cut off stays a line of its own. */
    private static void append(FileChannel file, byte[] line) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean cut = file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
        bytes.put(cut ? new byte[] {'\n'} : new byte[0]).put(line).flip();
        file.position(file.size());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static ObjectNode json(Sent sent) {
        Prompt prompt = sent.prompt();
        ObjectNode json = Content.object()
                .put("at", sent.at().toString())
                .put("model", sent.model())
                .put("purpose", sent.purpose())
                .put("instructions", prompt.instructions());
        ArrayNode messages = json.putArray("messages");
        prompt.messages().stream()
                .map(SentFile::said)
                .forEach(said -> messages.addObject().put("from", said.from()).put("text", said.text()));
        json.set(
                "tools",
                Content.array(prompt.tools().stream().map(ToolOffer::name).toList()));
        prompt.answerSchema().ifPresent(schema -> json.set("answer_schema", schema));
        return json;
    }

    private static Said said(Message message) {
        if (message instanceof Message.Question question) {
            return new Said("question", question.text());
        }
        if (message instanceof Message.Answer answer) {
            StringBuilder text = new StringBuilder(answer.text());
            answer.calls()
                    .forEach(call -> text.append(text.isEmpty() ? "" : "\n")
                            .append(call.name())
                            .append(' ')
                            .append(call.arguments()));
            return new Said("answer", text.toString());
        }
        return new Said("tool", ((Message.ToolResult) message).json());
    }

    /** Those sent last, the newest first. A line that a crash cut off is left out. */
    public synchronized List<Entry> newest(int most) {
        List<String> lines = new ArrayList<>(lines(current));
        if (lines.size() < most) {
            lines.addAll(0, lines(earlier));
        }
        Collections.reverse(lines);
        return lines.stream().limit(most).flatMap(line -> entry(line).stream()).toList();
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            // A crash may also cut off half a character
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw UserException.ofDisk(new UncheckedIOException(e));
        }
    }

    private static Optional<Entry> entry(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            List<Said> messages = new ArrayList<>();
            json.path("messages")
                    .forEach(each -> messages.add(new Said(
                            each.path("from").asText(), each.path("text").asText())));
            List<String> tools = new ArrayList<>();
            json.path("tools").forEach(each -> tools.add(each.asText()));
            return Optional.of(new Entry(
                    Instant.parse(json.path("at").asText()),
                    json.path("model").asText(),
                    json.path("purpose").asText(),
                    json.path("instructions").asText(),
                    messages,
                    tools));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
