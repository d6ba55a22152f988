package com.cdhdashboard.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.security.SignIn;
import com.cdhdashboard.app.view.Variants;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A running server and a client of it. */
final class Site implements AutoCloseable {
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Site(Workspace workspace, Path folder, long maxUploadBytes) {
        this(workspace, folder, maxUploadBytes, new SignIn(Optional.empty()));
    }

    Site(Workspace workspace, Path folder, long maxUploadBytes, SignIn signIn) {
        this(workspace, folder, maxUploadBytes, signIn, false);
    }

    private Site(Workspace workspace, Path folder, long maxUploadBytes, SignIn signIn, boolean readOnly) {
        this(Variants.only(workspace, authoring(folder, readOnly)), folder, maxUploadBytes, signIn);
    }

    private Site(Variants variants, Path folder, long maxUploadBytes, SignIn signIn) {
        server = WebServer.start(
                variants,
                new ServerOptions(
                        ServerOptions.LOCAL_HOST,
                        0,
                        List.of(folder),
                        folder.resolve("uploads"),
                        maxUploadBytes,
                        false,
                        signIn,
                        Models.none()));
    }

    private static Authoring authoring(Path folder, boolean readOnly) {
        return Authoring.of(
                ConfigurationReader.demo().text(),
                Optional.empty(),
                ConfigurationPlace.packaged("demo", folder),
                readOnly);
    }

    /** One that was started with {@code --read-only}. */
    static Site readOnly(Workspace workspace, Path folder) {
        return new Site(workspace, folder, 1000, new SignIn(Optional.empty()), true);
    }

    /** One of the configurations {@code a} and {@code b} that was started with {@code --read-only}. */
    static Site ofTwo(Workspace first, Workspace second, Path folder, SignIn signIn) {
        Authoring authoring = authoring(folder, true);
        Variants both = new Variants(List.of(
                new Variants.Served(Mount.of("a"), first, authoring),
                new Variants.Served(Mount.of("b"), second, authoring)));
        return new Site(both, folder, 1000, signIn);
    }

    int port() {
        return server.port();
    }

    String url() {
        return server.url();
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> put(String path, String body, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(get(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As who signs in with that password. */
    JsonNode jsonAs(String path, String password) {
        String pair = Base64.getEncoder().encodeToString(("any:" + password).getBytes(UTF_8));
        try {
            return new ObjectMapper()
                    .readTree(get(path, "Authorization", "Basic " + pair).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page sends back with what it changes. */
    String token() {
        return page("/").select("#page").attr("data-token");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
