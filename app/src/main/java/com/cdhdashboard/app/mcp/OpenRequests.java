package com.cdhdashboard.app.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Requests that came in and are not answered yet, a line each. The SDK gives up what is under way when its input ends, and reads
 * no more after a line that it cannot read: the end is told to it once nothing is under way, and such lines are not.
 */
final class OpenRequests {
    private static final JsonMapper JSON = new JsonMapper();

    private static final byte[] NO_MESSAGE =
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"This line is no message of JSON-RPC 2.0\"}}\n"
                    .getBytes(UTF_8);

    /** As long as a tool may take. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Runnable ended;
    private int open;

    /** @param ended told when there is no more to read */
    OpenRequests(Runnable ended) {
        this.ended = ended;
    }

    /** The lines that are messages; others are refused on the way out. */
    InputStream in(InputStream in, OutputStream out) {
        return new Asked(in, out);
    }

    OutputStream out(OutputStream out) {
        return new Answered(out);
    }

    /** Whether it is one that the SDK can read. */
    private boolean isMessage(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode id = json.path("id");
            boolean named = id.isTextual() || id.isIntegralNumber();
            boolean asks = json.path("method").isTextual();
            boolean message = json.path("jsonrpc").asText().equals("2.0")
                    && (named || id.isMissingNode())
                    && (asks || json.has("result") || json.has("error"));
            if (message && named && asks) {
                opened();
            }
            return message;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private synchronized void opened() {
        open++;
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

    private final class Asked extends InputStream {
        private final InputStream in;
        private final OutputStream out;
        private byte[] line = {};
        private int at;

        Asked(InputStream in, OutputStream out) {
            this.in = new BufferedInputStream(in);
            this.out = out;
        }

        @Override
        public int read() throws IOException {
            return at < line.length || next() ? line[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (at == line.length && !next()) {
                return -1;
            }
            int some = Math.min(length, line.length - at);
            System.arraycopy(line, at, bytes, offset, some);
            at += some;
            return some;
        }

        private boolean next() throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            int one = in.read();
            while (one >= 0 || read.size() > 0) {
                read.write(one < 0 ? '\n' : one);
                if (one < 0 || one == '\n' || read.size() > StandardStreams.MOST_CHARACTERS) {
                    String text = read.toString(UTF_8);
                    if (isMessage(text)) {
                        line = read.toByteArray();
                        at = 0;
                        return true;
                    }
                    refuse(text);
                    read.reset();
                }
                one = in.read();
            }
            awaitAnswers();
            ended.run();
            return false;
        }

        private void refuse(String text) throws IOException {
            if (!text.isBlank()) {
                opened();
                // As the SDK does for a line of its own
                synchronized (out) {
                    out.write(NO_MESSAGE);
                    out.flush();
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
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
