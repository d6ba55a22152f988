package com.cdhdashboard.assistant.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Models of every provider at one address, which answer by a script and remember what they were asked. Which provider is
 * meant is told by the path, as with the real ones.
 */
public final class ScriptedModels implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Form> FORMS =
            List.of(new OpenAiForm(), new ResponsesForm(), new AnthropicForm(), new GeminiForm(), new OllamaForm());
    private static final Reply AT_ITS_END = Reply.error(400, "the script of the test is at its end");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-models");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Function<Asked, Reply>> script = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private Function<Asked, Reply> otherwise = request -> AT_ITS_END;

    private ScriptedModels(HttpServer server) {
        this.server = server;
    }

    public static ScriptedModels start() {
        // Otherwise small answers wait for a twentieth of a second
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptedModels models = new ScriptedModels(server);
            server.createContext("/", models::handle);
            server.setExecutor(models.threads);
            server.start();
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they are, such as {@code http://127.0.0.1:4711}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A file of models that names one of them, in the form of OpenAI. */
    public String file() {
        return "[defaults]\nmodel = \"openai/scripted\"\napi_base = \"" + address()
                + "/v1\"\napi_key_env_var = \"SCRIPTED_KEY\"\napi_key_fallback = \"sk-scripted\"\n";
    }

    /** Adds replies, of which each is for one request, and forgets what was left of others. */
    public synchronized ScriptedModels script(Reply... replies) {
        script.clear();
        asked.clear();
        otherwise = request -> AT_ITS_END;
        for (Reply reply : replies) {
            script.add(request -> reply);
        }
        return this;
    }

    /** From now on answers every request as this says. */
    public synchronized ScriptedModels always(Function<Asked, Reply> reply) {
        script();
        otherwise = reply;
        return this;
    }

    /** What was asked since the script was set, in order. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = read(exchange);
            Reply reply = next(request).apply(request);
            if (reply instanceof Reply.Says says) {
                say(exchange, says, request);
            } else if (reply instanceof Reply.Raw raw) {
                raw.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, raw.status(), raw.body().getBytes(UTF_8));
            } else if (reply instanceof Reply.Silence) {
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Function<Asked, Reply> next(Asked request) {
        asked.add(request);
        Function<Asked, Reply> next = script.poll();
        return next == null ? otherwise : next;
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        JsonNode body = text.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
        return new Asked(exchange.getRequestURI().toString(), headers, text, (ObjectNode) body);
    }

    private static void say(HttpExchange exchange, Reply.Says says, Asked request)
            throws IOException, InterruptedException {
        Form form = FORMS.stream()
                .filter(each -> each.takes(request.path()))
                .findFirst()
                .orElseThrow(() -> new IOException("no provider has " + request.path()));
        if (!form.wantsPieces(request)) {
            sendWhole(exchange, says, form.whole(says, request).toString().getBytes(UTF_8));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", form.contentTypeOfPieces());
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        int left = says.pieces() < 0 ? Integer.MAX_VALUE : says.pieces();
        for (String piece : form.pieces(says, request)) {
            if (left-- == 0) {
                throw new IOException("broken as the script says");
            }
            TimeUnit.NANOSECONDS.sleep(says.pause().toNanos());
            out.write(piece.getBytes(UTF_8));
            out.flush();
        }
        out.close();
    }

    private static void sendWhole(HttpExchange exchange, Reply.Says says, byte[] body)
            throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(says.pause().toNanos());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (says.pieces() < 0) {
            send(exchange, 200, body);
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        throw new IOException("broken as the script says");
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
