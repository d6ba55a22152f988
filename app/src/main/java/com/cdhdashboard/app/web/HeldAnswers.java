package com.cdhdashboard.app.web;

import com.cdhdashboard.app.security.AllowedHosts;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.core.memory.Recent;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Whole answers as they go over the wire: the same page asked for again, by whomever, costs next to nothing. They are
 * compressed once, for the first who asks from elsewhere; who asks from this machine gets them sooner as they are. What an
 * answer depends on must all be in the question.
 */
final class HeldAnswers {
    private static final long MOST_BYTES = 48 << 20;
    /** What proxies add; behind one the reader may be anywhere. */
    private static final List<String> FORWARDED = List.of("X-Forwarded-For", "Forwarded", "Via");

    private final Recent<String, Held> recent = new Recent<>(MOST_BYTES, answer -> answer.bytes.length);

    private static final class Held {
        private final String contentType;
        private final boolean compressed;
        private final byte[] bytes;

        Held(String contentType, boolean compressed, byte[] bytes) {
            this.contentType = contentType;
            this.compressed = compressed;
            this.bytes = bytes;
        }
    }

    /** Answers with what is held, if anything is. */
    boolean answer(String question, Context context) {
        Optional<Held> held = recent.find(question);
        held.ifPresent(answer -> send(question, answer, context));
        return held.isPresent();
    }

    /** Holds the answer that is about to be sent, and sends it. */
    void keep(String question, Context context) {
        InputStream result = context.resultInputStream();
        String contentType = context.res().getContentType();
        if (result != null && contentType != null) {
            Held answer = new Held(contentType, false, read(result));
            recent.keep(question, answer);
            send(question, answer, context);
        }
    }

    private void send(String question, Held held, Context context) {
        Held answer = held;
        if (!held.compressed && wantsCompressed(context)) {
            answer = new Held(held.contentType, true, compress(held.bytes));
            recent.keep(question, answer);
        }
        context.disableCompression().contentType(answer.contentType).header("Vary", "Accept-Encoding, Cookie");
        if (!answer.compressed) {
            context.result(answer.bytes);
        } else if (acceptsCompressed(context)) {
            context.header("Content-Encoding", "gzip").result(answer.bytes);
        } else {
            context.result(unpack(answer.bytes));
        }
    }

    /** Whether compressing takes less time than it saves: not on the way within this machine. */
    private static boolean wantsCompressed(Context context) {
        boolean near = AllowedHosts.isLoopback(context.req().getRemoteAddr())
                && FORWARDED.stream().allMatch(name -> context.header(name) == null);
        return !near && acceptsCompressed(context);
    }

    private static boolean acceptsCompressed(Context context) {
        return Respond.header(context, "Accept-Encoding").orElse("").contains("gzip");
    }

    private static byte[] read(InputStream plain) {
        try {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] unpack(byte[] compressed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), 1 << 13)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages and figures repeat themselves so much that the fastest level loses little. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 13);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
