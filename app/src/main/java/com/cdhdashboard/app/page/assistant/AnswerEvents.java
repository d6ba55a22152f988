package com.cdhdashboard.app.page.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.assistant.Conversations;
import com.cdhdashboard.app.assistant.RunningAnswer;
import com.cdhdashboard.app.assistant.StoredChat;
import com.cdhdashboard.app.assistant.Visitor;
import com.cdhdashboard.app.assistant.Visits;
import com.cdhdashboard.app.view.Templates;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sends an answer while it comes along, as events: {@code answer} with the part of the page, {@code done} at its end. */
public final class AnswerEvents implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** No reader sees more often than that what is new. */
    private static final long PAUSE_MILLIS = 40;

    private static final int MOST = 64;

    private final Conversations conversations;
    private final Templates templates;
    private final ExecutorService threads;

    public AnswerEvents(Conversations conversations, Templates templates) {
        this.conversations = conversations;
        this.templates = templates;
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(MOST, MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST), task -> {
                    Thread thread = new Thread(task, "answer-events");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    public void send(SseClient client) {
        Visitor visitor = Visits.of(client.ctx()).orElseGet(Visitor::begun);
        StoredChat chat = conversations.chats().chat(visitor, client.ctx().pathParam("id"));
        Optional<RunningAnswer> running = conversations.running(chat.id());
        if (running.isEmpty()) {
            client.sendEvent("done", "done");
            client.close();
            return;
        }
        client.keepAlive();
        try {
            threads.execute(() -> send(client, chat, running.get()));
        } catch (RejectedExecutionException e) {
            client.close();
        }
    }

    private void send(SseClient client, StoredChat chat, RunningAnswer answer) {
        try {
            RunningAnswer.State state = answer.state();
            while (!state.finished() && !client.terminated()) {
                client.sendEvent("answer", part(chat, state));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                long seen = state.version();
                state = answer.await(seen, HEARTBEAT);
            }
            client.sendEvent("done", "done");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
        }
    }

    private String part(StoredChat chat, RunningAnswer.State state) {
        return new String(templates.render("part/assistant/coming", ChatViews.running(chat, state)), UTF_8);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
