package com.cdhdashboard.assistant.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.model.Cancelled;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One request and its answer. Waits in the thread that asks; ends at once when it is cancelled, lasts too long or brings
 * too much, and then closes the connection.
 */
public final class Exchange implements HttpClient {
    /** Of an answer in one piece. */
    private static final int MOST_BYTES = 2 << 20;
    /** Of an answer in pieces, each of which says a few letters in some hundred. */
    private static final int MOST_BYTES_OF_PIECES = 16 << 20;

    private static final int MOST_BYTES_OF_ERRORS = 64 << 10;

    private final Connections connections;
    private final Terms terms;
    private final Cancelled cancelled;
    private final AtomicReference<Failure> failure = new AtomicReference<>();
    private final Cancelled ended = new Cancelled();
    private volatile boolean done;

    /**
     * What holds for a request.
     *
     * @param added to the body that the library writes, where the same keys stand in its place
     */
    public record Terms(Duration timeout, ObjectNode added) {
        public Terms {
            requireNonNull(timeout, "timeout");
            requireNonNull(added, "added");
        }
    }

    public Exchange(Connections connections, Terms terms, Cancelled cancelled) {
        this.connections = connections;
        this.terms = terms;
        this.cancelled = cancelled;
    }

    /** Why there was no answer, if so. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Whether the provider said that nothing more comes. */
    public boolean saidDone() {
        return done;
    }

    /** Ends it, for a reason; the first reason counts. */
    public void fail(Failure reason) {
        failure.compareAndSet(null, reason);
        ended.cancel();
    }

    private Failure failed(Failure reason) {
        fail(reason);
        return requireNonNull(failure.get());
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<InputStream> response = open(request);
        try (InputStream body = limited(response, MOST_BYTES)) {
            String text = new String(body.readAllBytes(), UTF_8);
            checkGoingOn();
            Replies.checkWhole(text);
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(text)
                    .build();
        } catch (Failure e) {
            throw failed(e);
        } catch (IOException e) {
            throw failed(Failure.of(Failure.Kind.BROKEN, "", e));
        } finally {
            ended.cancel();
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = open(request);
            try (InputStream body = limited(response, MOST_BYTES_OF_PIECES)) {
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, new CheckedEvents(this, listener));
                checkGoingOn();
                listener.onClose();
            }
        } catch (Failure e) {
            listener.onError(failed(e));
        } catch (IOException | RuntimeException e) {
            listener.onError(failed(Failure.of(Failure.Kind.BROKEN, "", e)));
        } finally {
            ended.cancel();
        }
    }

    void sayDone() {
        done = true;
    }

    private void checkGoingOn() {
        Failure reason = failure.get();
        if (reason != null) {
            throw reason;
        }
    }

    private InputStream limited(HttpResponse<InputStream> response, long most) {
        InputStream body = response.body();
        ended.whenCancelled(() -> close(body));
        return new LimitedStream(body, most, () -> fail(Failure.of(Failure.Kind.TOO_LARGE)));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It is closed in any case
        }
    }

    private HttpResponse<InputStream> open(HttpRequest request) {
        URI uri = URI.create(request.url());
        try {
            AddressCheck.require(uri);
            CompletableFuture<HttpResponse<InputStream>> sent = connections
                    .client()
                    .sendAsync(Requests.of(uri, request, terms.added()), HttpResponse.BodyHandlers.ofInputStream());
            ended.whenCancelled(() -> sent.cancel(true));
            watch();
            HttpResponse<InputStream> response = sent.get();
            if (response.statusCode() / 100 != 2) {
                throw refused(response);
            }
            return response;
        } catch (Failure e) {
            throw failed(e);
        } catch (ExecutionException | CancellationException e) {
            throw failed(Replies.ofConnection(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Failure.of(Failure.Kind.CANCELLED));
        }
    }

    /** From now on it ends when it is cancelled or lasts too long. */
    private void watch() {
        cancelled.whenCancelled(() -> fail(Failure.of(Failure.Kind.CANCELLED)));
        CompletableFuture.delayedExecutor(terms.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> fail(Failure.of(Failure.Kind.TOO_SLOW)));
    }

    private Failure refused(HttpResponse<InputStream> response) {
        String text;
        try (InputStream body = limited(response, MOST_BYTES_OF_ERRORS)) {
            text = new String(body.readNBytes(MOST_BYTES_OF_ERRORS), UTF_8);
        } catch (IOException e) {
            text = "";
        }
        checkGoingOn();
        return Failure.ofStatus(response.statusCode(), Replies.words(text), Replies.retryAfter(response.headers()));
    }
}
