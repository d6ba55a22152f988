package com.cdhdashboard.app.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Requests that came in and are not answered yet, a line each. The SDK gives up what is under way when its input ends, so the end
 * is told to it once nothing is.
 */
final class OpenRequests {
    private static final JsonMapper JSON = new JsonMapper();

    /** As long as a tool may take. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Runnable ended;
    private int open;

    /** @param ended told when there is no more to read */
    OpenRequests(Runnable ended) {
        this.ended = ended;
    }

    InputStream in(InputStream in) {
        return new Asked(in);
    }

    OutputStream out(OutputStream out) {
        return new Answered(out);
    }

    private synchronized void asked(String line) {
        open += isRequest(line) ? 1 : 0;
    }

    private static boolean isRequest(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return json.hasNonNull("id") && json.hasNonNull("method");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private synchronized void answered() {
        open--;
        notifyAll();
    }

    private synchronized void awaitAnswers() {
        long end = System.nanoTime() + LONGEST.toNanos();
        long left = LONGEST.toMillis();
        try {
            while (open > 0 && left > 0) {
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Asked extends FilterInputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Asked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read < 0 && line.size() > 0) {
                // The last line counts without its end, too
                bytes[offset] = '\n';
                read = 1;
            }
            for (int i = offset; i < offset + read; i++) {
                if (bytes[i] == '\n') {
                    asked(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else if (line.size() < StandardStreams.MOST_CHARACTERS) {
                    line.write(bytes[i]);
                }
            }
            if (read < 0) {
                awaitAnswers();
                ended.run();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            super.close();
            ended.run();
        }
    }

    private final class Answered extends FilterOutputStream {
        Answered(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            if (one == '\n') {
                answered();
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') {
                    answered();
                }
            }
        }
    }
}
