package com.cdhdashboard.app.web;

import com.cdhdashboard.app.view.Coding;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.core.cache.RecentlyUsed;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Whole answers as they go over the wire, compressed once: the same page asked for again, by whomever, costs next to
 * nothing. What an answer depends on must all be in the question.
 */
final class ResponseCache {
    private static final long MOST_BYTES = 32 << 20;

    private final RecentlyUsed<String, Held> recent =
            new RecentlyUsed<>(MOST_BYTES, answer -> answer.compressed.length);

    private static final class Held {
        private final String contentType;
        private final Map<String, String> headers;
        private final byte[] compressed;

        Held(String contentType, Map<String, String> headers, byte[] compressed) {
            this.contentType = contentType;
            this.headers = Collections.unmodifiableMap(headers);
            this.compressed = compressed;
        }
    }

    /** Answers with what is held, if anything is. */
    boolean answer(String question, Context context) {
        Optional<Held> held = recent.find(question);
        held.ifPresent(answer -> send(answer, context));
        return held.isPresent();
    }

    /** Holds the answer that is about to be sent, and sends it compressed. */
    void keep(String question, Context context) {
        InputStream result = context.resultInputStream();
        String contentType = context.res().getContentType();
        if (result != null && contentType != null) {
            Held answer = new Held(contentType, ownHeaders(context), compress(result));
            recent.hold(question, answer);
            send(answer, context);
        }
    }

    private static Map<String, String> ownHeaders(Context context) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Respond.OWN_HEADERS) {
            Optional.ofNullable(context.res().getHeader(name)).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }

    private static void send(Held answer, Context context) {
        answer.headers.forEach(context::header);
        context.disableCompression().contentType(answer.contentType).header("Vary", "Accept-Encoding, Cookie");
        String accepted = Respond.header(context, "Accept-Encoding").orElse("");
        if (Coding.accepted(accepted).contains(Coding.GZIP)) {
            context.header("Content-Encoding", Coding.GZIP.token()).result(answer.compressed);
        } else {
            context.result(unpack(answer.compressed));
        }
    }

    private static byte[] compress(InputStream plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            plain.transferTo(gzip);
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
