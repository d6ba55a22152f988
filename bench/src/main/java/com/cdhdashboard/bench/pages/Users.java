package com.cdhdashboard.bench.pages;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Users who click as soon as they have their answer, without cookies and without remembering answers, which they
 * take compressed: a new one is always under way for each. Times run until the last byte of an answer.
 */
final class Users implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient client;
    private final ExecutorService threads;
    private final int count;

    /** An answered click. */
    record Answered(Click click, double milliseconds) {}

    Users(URI server, int count) {
        this.server = server;
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST_WAIT)
                .build();
    }

    /**
     * Clicks through the list, all users together, until it ends or the time is up.
     *
     * @throws UserException where an answer is not 200
     */
    List<Answered> click(List<Click> clicks, Duration time) {
        AtomicInteger next = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        List<Future<List<Answered>>> users = new ArrayList<>();
        for (int user = 0; user < count; user++) {
            users.add(threads.submit(() -> oneUser(clicks, next, end)));
        }
        List<Answered> answered = new ArrayList<>();
        try {
            for (Future<List<Answered>> user : users) {
                answered.addAll(user.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("Interrupted while measuring.");
        } catch (ExecutionException e) {
            throw new UserException(UserException.Kind.RESOURCES, "A click failed: " + e.getMessage(), e);
        }
        return answered;
    }

    private List<Answered> oneUser(List<Click> clicks, AtomicInteger next, long end)
            throws IOException, InterruptedException {
        List<Answered> answered = new ArrayList<>();
        for (int i = next.getAndIncrement(); i < clicks.size(); i = next.getAndIncrement()) {
            if (System.nanoTime() - end >= 0) {
                break;
            }
            answered.add(new Answered(clicks.get(i), ask(clicks.get(i).path())));
        }
        return answered;
    }

    /** An answer, not compressed, and the milliseconds until the whole of it was there. */
    record Page(String text, double milliseconds) {}

    Page page(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(LONGEST_WAIT)
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new UserException("The server answered " + answer.statusCode() + " to " + path);
        }
        return new Page(answer.body(), milliseconds);
    }

    /** Milliseconds until the whole answer is there. */
    double ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Accept-Encoding", "gzip")
                .timeout(LONGEST_WAIT)
                .build();
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new UserException("The server answered " + answer.statusCode() + " to " + path);
        }
        return milliseconds;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
